"use client";

import { useState } from "react";
import { panelInputSchema, type PanelInput } from "@/lib/core/review/policy";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

type PanelFormProps = {
  readonly panel: PanelInput;
  readonly busy: "yes" | "no";
  readonly onSave: (panel: PanelInput) => void;
};

/** The size of new panels, and how many equal votes rule. */
export function PanelForm({ panel, busy, onSave }: PanelFormProps) {
  const [quorum, setQuorum] = useState(panel.quorum);
  const [panelSize, setPanelSize] = useState(panel.panelSize);
  const input = panelInputSchema.safeParse({ quorum, panelSize });
  const same = quorum === panel.quorum && panelSize === panel.panelSize;
  return (
    <form
      className="mt-3 flex flex-wrap items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (input.success) onSave(input.data);
      }}
    >
      <Count label="Equal votes that rule" value={quorum} onChange={setQuorum} />
      <Count label="Votes at most" value={panelSize} onChange={setPanelSize} />
      <Button type="submit" className="mt-5.5" disabled={busy === "yes" || same || !input.success}>
        Save
      </Button>
      {input.success ? null : (
        <p role="status" className="w-full text-xs text-danger">
          It needs 2 to 9 votes, and more than half of them have to agree.
        </p>
      )}
    </form>
  );
}

type CountProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

function Count({ label, value, onChange }: CountProps) {
  return (
    <TextField
      label={label}
      type="number"
      min={2}
      max={9}
      required
      className="w-36"
      value={Number.isNaN(value) ? "" : value}
      onChange={(event) => {
        onChange(event.target.valueAsNumber);
      }}
    />
  );
}
