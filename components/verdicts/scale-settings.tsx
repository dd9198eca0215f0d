"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { can } from "@/lib/core/permissions/table";
import type { Scale } from "@/lib/core/verdicts/scale";
import { Button } from "@/components/ui/button";
import { ScaleEditor } from "./scale-editor";
import { ScaleTable } from "./scale-table";

type ScaleSettingsProps = { readonly member: DeskMember; readonly scale: Scale };

/** The verdicts of the house, what each means, and what it is called elsewhere. */
export function ScaleSettings({ member, scale }: ScaleSettingsProps) {
  const [editing, setEditing] = useState(false);
  const router = useRouter();
  if (editing) {
    return (
      <ScaleEditor
        member={member}
        scale={scale}
        onClose={(outcome) => {
          if (outcome === "saved") router.refresh();
          setEditing(false);
        }}
      />
    );
  }
  return (
    <section aria-labelledby="scale" className="mt-8">
      <div className="flex items-end justify-between gap-4 border-b border-ink pb-2">
        <h2 id="scale" className="text-base font-semibold">
          {scale.name} <span className="ms-1 text-xs font-normal text-muted">version {scale.version}</span>
        </h2>
        {can(member.role, "settings.change") ? (
          <Button
            onClick={() => {
              setEditing(true);
            }}
          >
            Change
          </Button>
        ) : null}
      </div>
      <p className="mt-3 max-w-prose text-sm text-muted">
        Articles keep the version they came in with: what has been rated keeps its meaning. New articles get
        this one.
      </p>
      <ScaleTable scale={scale} />
      <h3 className="mt-8 text-sm font-semibold">Guidelines</h3>
      {scale.guidelines ? (
        <p dir="auto" className="mt-2 max-w-prose font-serif whitespace-pre-wrap">
          {scale.guidelines}
        </p>
      ) : (
        <p className="mt-2 max-w-prose text-sm text-muted">
          None yet. What is written here stands beside the verdicts at the workbench.
        </p>
      )}
    </section>
  );
}
