"use client";

import { useState } from "react";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { VerdictPicker } from "@/components/verdicts/verdict-picker";
import { useDesk } from "@/components/workbench/desk-context";
import { useKeptText } from "./use-kept-text";
import { TellProblem, useClaimAction } from "./use-claim-action";

type VerdictFormProps = { readonly detail: ClaimDetail; readonly step: "vote" | "adjudicate" };

const words = {
  vote: {
    title: "Your vote",
    help: "Judge the annotation above. The others’ votes are shown once you have voted.",
    reasons: "Reasons",
    button: "Cast my vote",
    done: "Vote cast",
  },
  adjudicate: {
    title: "Adjudicate",
    help: "The verdicts differ. Decide which one holds; the other stays on record.",
    reasons: "Reasons (needed)",
    button: "Rule",
    done: "Ruled",
  },
} as const;

/** A verdict over what others have submitted: one vote of a panel, or the decision of a dispute. */
export function VerdictForm({ detail, step }: VerdictFormProps) {
  const { store } = useDesk();
  const [verdict, setVerdict] = useState<string | null>(null);
  const [rationale, setRationale] = useKeptText(detail.claim.id, step);
  const { act, busy, problem } = useClaimAction(detail.claim.id);
  const { title, help, reasons, button, done } = words[step];
  const ready = verdict !== null && (step === "vote" || rationale.trim() !== "");

  function decide() {
    if (verdict === null) return;
    const claimId = detail.claim.id;
    const body = { verdict, rationale };
    const send = () => (step === "vote" ? store.api.vote(claimId, body) : store.api.rule(claimId, body));
    void act(send, done, () => setRationale(""));
  }
  return (
    <section className="flex flex-col gap-3 border-t border-hairline pt-4">
      <h3 className="text-sm font-semibold">{title}</h3>
      <p className="text-xs text-muted">{help}</p>
      <TellProblem problem={problem} />
      <VerdictPicker scale={detail.scale} chosen={verdict} label={title} keys="none" onChoose={setVerdict} />
      <TextArea
        label={reasons}
        dir="auto"
        rows={3}
        maxLength={10_000}
        value={rationale}
        className="field-sizing-content max-h-72"
        onChange={(event) => {
          setRationale(event.target.value);
        }}
      />
      <Button look="primary" className="self-start" disabled={!ready || busy === "busy"} onClick={decide}>
        {button}
      </Button>
    </section>
  );
}
