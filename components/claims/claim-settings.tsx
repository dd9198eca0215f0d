"use client";

import { useState, type SubmitEvent } from "react";
import { dispositions, type ClaimSummary } from "@/lib/core/claims/claim";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea } from "@/components/ui/field";
import { toast } from "@/components/ui/announcer";
import { useDesk } from "@/components/workbench/desk-context";
import { problemWords, type Problem } from "@/lib/client/problem";
import { dispositionWords } from "./claim-words";

/** For editors: whether the claim is to be checked at all, and a wording that stands without its surroundings. */
export function ClaimSettings({ claim }: { readonly claim: ClaimSummary }) {
  const { store } = useDesk();
  const [problem, setProblem] = useState<Problem | null>(null);
  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const wording = data.get("wording");
    const disposition = dispositions.find((one) => one === data.get("disposition")) ?? claim.disposition;
    const patch = { disposition, wording: (typeof wording === "string" && wording.trim()) || null };
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
    <details className="border-t border-hairline pt-4">
      <summary className="text-xs font-semibold text-muted">Editor: what to do with this claim</summary>
      <form onSubmit={(event) => void onSubmit(event)} className="mt-3 flex flex-col gap-3">
        {problem ? (
          <Banner look="error" title="The claim was not changed">
            {problemWords(problem)}
          </Banner>
        ) : null}
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
        <Button type="submit" className="self-start">
          Change the claim
        </Button>
      </form>
    </details>
  );
}
