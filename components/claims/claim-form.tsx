"use client";

import { useState, type SubmitEvent } from "react";
import { dispositions, type ClaimSummary } from "@/lib/core/claims/claim";
import { claimPatchSchema } from "@/lib/core/claims/claim-patch";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { proposeAttribution, type Proposal } from "@/lib/core/text/attribution";
import { checkWorthiness } from "@/lib/core/text/check-worthiness";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { toast } from "@/components/ui/announcer";
import { useDesk } from "@/components/workbench/desk-context";
import { problemWords, type Problem } from "@/lib/client/problem";
import { dispositionWords, worthWords } from "./claim-words";

const saidOnError = "A year, a month or a day: 2021, 2021-05 or 2021-05-03";

export function ClaimForm({ detail }: { readonly detail: ClaimDetail }) {
  const { store } = useDesk();
  const { claim, attribution } = detail;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [dateError, setDateError] = useState<string | null>(null);
  const proposed = proposeAttribution(claim.text, nextSentence(store.state.claims, claim));

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const patch = readForm(event.currentTarget, claim);
    const isDate = claimPatchSchema.shape.saidOn.safeParse(patch.saidOn).success;
    setDateError(isDate ? null : saidOnError);
    if (!isDate) return;
    const answer = await store.api.changeClaim(claim.id, patch, claim.version);
    if (!answer.ok) {
      setProblem(answer.problem);
      if (answer.problem.current) store.learn(answer.problem.current);
      return;
    }
    store.learn(answer.value.claim);
    toast(`Claim ${claim.ordinal} changed`);
  }

  return (
    <form onSubmit={(event) => void onSubmit(event)} className="mt-3 flex flex-col gap-3">
      {problem ? (
        <Banner look="error" title="The claim was not changed">
          {problemWords(problem)}
        </Banner>
      ) : null}
      <Worth text={claim.text} />
      <SelectField label="Disposition" name="disposition" defaultValue={claim.disposition}>
        {dispositions.map((disposition) => (
          <option key={disposition} value={disposition}>
            {dispositionWords[disposition]}
          </option>
        ))}
      </SelectField>
      <TextArea
        label="Wording that stands alone"
        name="wording"
        dir="auto"
        rows={2}
        maxLength={2_000}
        defaultValue={claim.wording ?? ""}
        hint="With names and dates in place of “he” and “last week”; the printed words stay as they are"
      />
      <Said label="Who said it" name="speaker" now={attribution.speaker} proposal={proposed.speaker} />
      <Said
        label="When"
        name="saidOn"
        now={attribution.saidOn}
        proposal={proposed.saidOn}
        error={dateError}
      />
      <Said label="Where" name="saidAt" now={attribution.saidAt} proposal={proposed.saidAt} />
      <Button type="submit" className="self-start">
        Change the claim
      </Button>
    </form>
  );
}

function readForm(form: HTMLFormElement, claim: ClaimSummary) {
  const data = new FormData(form);
  const read = (name: string) => {
    const value = data.get(name);
    return (typeof value === "string" && value.trim()) || null;
  };
  return {
    disposition: dispositions.find((one) => one === read("disposition")) ?? claim.disposition,
    wording: read("wording"),
    speaker: read("speaker"),
    saidOn: read("saidOn"),
    saidAt: read("saidAt"),
  };
}

function nextSentence(claims: readonly ClaimSummary[], claim: ClaimSummary): string {
  return claims.find(({ kind, ordinal }) => kind === "sentence" && ordinal === claim.ordinal + 1)?.text ?? "";
}

type SaidProps = {
  readonly label: string;
  readonly name: string;
  readonly now: string | null;
  readonly proposal: Proposal | null;
  readonly error?: string | null;
};

/** A field with what the text itself says beside it, for the editor to take or leave. */
function Said({ label, name, now, proposal, error }: SaidProps) {
  const [value, setValue] = useState(now ?? "");
  return (
    <div className="flex flex-col gap-1">
      <TextField
        label={label}
        name={name}
        dir="auto"
        maxLength={200}
        value={value}
        error={error}
        onChange={(event) => {
          setValue(event.target.value);
        }}
      />
      {proposal && value === "" ? (
        <p className="flex flex-wrap items-center gap-x-2 text-2xs text-muted">
          <span dir="auto">The text says “{proposal.found}”.</span>
          <Button
            look="plain"
            onClick={() => {
              setValue(proposal.value);
            }}
          >
            Use {proposal.value}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/** How much the sentence asks to be checked, with its reasons: a help for choosing, no decision. */
function Worth({ text }: { readonly text: string }) {
  const { score, reasons } = checkWorthiness(text);
  return (
    <p className="text-xs text-muted">
      <strong className="font-semibold text-ink">Worth checking: {score} of 100.</strong>{" "}
      {reasons.length === 0
        ? "Nothing in it stands out."
        : reasons
            .map(({ reason, points, words }) => {
              const bare = words.replaceAll(/^["“«„]|["”»]$/gu, "");
              const shown = bare.length > 30 ? `${bare.slice(0, 28)}…` : bare;
              return `${worthWords[reason]} (“${shown}”, ${points > 0 ? "+" : "−"}${Math.abs(points)})`;
            })
            .join(", ")}
    </p>
  );
}
