"use client";

import { useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import type { DeclaredScale } from "@/lib/core/validation/rating-rules";
import { validateMarkup, type Verdict } from "@/lib/core/validation/validate-markup";
import { Button } from "@/components/ui/button";
import { Choice, TextArea } from "@/components/ui/field";
import { DeskHeader } from "@/components/workspace/desk-header";
import { FindingList } from "./finding-list";

type ValidateDeskProps = { readonly member: DeskMember; readonly scale: DeclaredScale };

/** Markup is judged where it was pasted: nothing of it is sent or kept. */
export function ValidateDesk({ member, scale }: ValidateDeskProps) {
  const [text, setText] = useState("");
  const [isOurs, setOurs] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);

  function judge() {
    const now = new Date().toISOString();
    setVerdict(validateMarkup(text, isOurs ? { now, scale } : { now }));
  }

  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: "Validate" }]} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-3xl px-5 pt-10 pb-20 outline-none">
        <h1 className="font-serif text-[1.75rem] leading-9 font-semibold">Validate markup</h1>
        <p className="mt-2 text-sm text-muted">
          ClaimReview and Web Annotations, by the rules that this desk’s own reports keep. Paste JSON-LD, or
          the HTML of a page that carries it. Nothing of it is sent or kept.
        </p>
        <div className="mt-6 flex flex-col gap-4">
          <TextArea
            label="JSON-LD"
            rows={12}
            spellCheck={false}
            className="font-mono text-xs"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Choice
            kind="checkbox"
            label="It uses the verdicts of this desk"
            hint="Then words and numbers are compared with the desk’s scale."
            checked={isOurs}
            onChange={(event) => setOurs(event.target.checked)}
          />
          <Button look="primary" className="self-start" onClick={judge}>
            Validate
          </Button>
        </div>
        <div role="status" className="mt-8">
          {verdict ? <FindingList verdict={verdict} /> : null}
        </div>
      </main>
    </>
  );
}
