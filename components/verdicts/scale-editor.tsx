"use client";

import { useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { scalePresets } from "@/lib/core/verdicts/presets";
import type { Scale } from "@/lib/core/verdicts/scale";
import { DeskApi } from "@/lib/client/api";
import { fieldProblem, problemWords, type Problem } from "@/lib/client/problem";
import { toast } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { OptionList } from "./option-list";
import { toDraft, toInput, type ScaleDraft } from "./scale-draft";

type ScaleEditorProps = {
  readonly member: DeskMember;
  readonly scale: Scale;
  readonly onClose: (outcome: "saved" | "left") => void;
};

/** Writes the next version of the house scale. */
export function ScaleEditor({ member, scale, onClose }: ScaleEditorProps) {
  const [draft, setDraft] = useState<ScaleDraft>(() => toDraft(scale));
  const { save, problem, busy } = useSaveScale(member, scale, onClose);
  return (
    <form
      className="mt-8 flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void save(draft);
      }}
    >
      <h2 className="border-b border-ink pb-2 text-base font-semibold">The next version of the scale</h2>
      {problem ? <Trouble problem={problem} /> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Name"
          required
          maxLength={80}
          value={draft.name}
          error={fieldProblem(problem, "name")}
          onChange={(event) => {
            setDraft({ ...draft, name: event.target.value });
          }}
        />
        <PresetField
          onChoose={(preset) => {
            setDraft({ ...toDraft(preset), guidelines: draft.guidelines });
          }}
        />
      </div>
      <OptionList
        options={draft.options}
        problem={problem}
        onChange={(options) => {
          setDraft({ ...draft, options });
        }}
      />
      <GuidelinesField
        value={draft.guidelines}
        onChange={(guidelines) => {
          setDraft({ ...draft, guidelines });
        }}
      />
      <div className="flex gap-3">
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? "Saving…" : `Save as version ${scale.version + 1}`}
        </Button>
        <Button
          onClick={() => {
            onClose("left");
          }}
        >
          Leave it as it is
        </Button>
      </div>
    </form>
  );
}

type GuidelinesFieldProps = { readonly value: string; readonly onChange: (value: string) => void };

function GuidelinesField({ value, onChange }: GuidelinesFieldProps) {
  return (
    <TextArea
      label="Guidelines"
      dir="auto"
      rows={8}
      maxLength={20_000}
      value={value}
      hint="How the desk uses its verdicts; shown beside them at the workbench"
      className="field-sizing-content max-h-96 font-serif"
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}

function Trouble({ problem }: { readonly problem: Problem }) {
  return (
    <Banner look="error" title="The scale was not changed">
      {problem.code === "stale_version"
        ? "Somebody else changed it meanwhile. Yours is still here: copy what you need, close, and look at theirs."
        : problemWords(problem)}
    </Banner>
  );
}

function useSaveScale(member: DeskMember, scale: Scale, onClose: ScaleEditorProps["onClose"]) {
  const { workspace, memberId } = member;
  const [api] = useState(() => new DeskApi({ workspace: workspace.slug, memberId }));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  async function save(draft: ScaleDraft): Promise<void> {
    if (busy) return;
    setBusy(true);
    const body = toInput(draft);
    const answer = await api.write<Scale>("/scale", { method: "PUT", body, version: scale.version });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    toast(`The scale is now version ${answer.value.version}`);
    onClose("saved");
  }
  return { save, problem, busy };
}

function PresetField({ onChoose }: { readonly onChoose: (preset: (typeof scalePresets)[number]) => void }) {
  return (
    <SelectField
      label="Begin again with"
      value=""
      hint="Puts its verdicts in the place of those below"
      onChange={(event) => {
        const preset = scalePresets.find(({ key }) => key === event.target.value);
        if (preset) onChoose(preset);
      }}
    >
      <option value="">…</option>
      {scalePresets.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
