"use client";

import { lazy, Suspense, useState } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Answer } from "@/lib/client/api";
import { takeFit } from "@/lib/client/bulk-changes";
import { undoFit, type Fitted } from "@/lib/client/fit-requests";
import { problemWords, type Problem } from "@/lib/client/problem";
import { toast } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useDesk } from "@/components/workbench/desk-context";

// Only editors open it, and seldom: it is not part of what the workbench loads first.
const FitWords = lazy(() => import("./fit-words").then((module) => ({ default: module.FitWords })));

type Done = { readonly fit: string; readonly words: string };

/** For editors: a claim that fits the text. Cut at a word, joined with a neighbour, or part of a sentence on its own. */
export function FitClaim({ claim }: { readonly claim: ClaimSummary }) {
  const { store } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  async function run(asked: Promise<Answer<Fitted>>, words: string) {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) {
      if (answer.problem.current) store.learn(answer.problem.current);
      return;
    }
    toast(words);
    setDone({ fit: answer.value.fit, words });
    const { fit, claim: fitted } = answer.value;
    store.steps.push({ kind: "fit", items: [{ claimId: fitted.claim.id, fit }] });
    await takeFit(store, answer.value);
  }

  return (
    <details
      className="border-t border-hairline pt-4"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className="text-xs font-semibold text-muted">Editor: split, merge or claim a part</summary>
      <div className="mt-3 flex flex-col gap-4">
        {problem ? (
          <Banner look="error" title="The claims stand as they stood">
            {problemWords(problem)}
          </Banner>
        ) : null}
        {done ? (
          <p role="status" className="flex flex-wrap items-center justify-between gap-3 text-sm">
            {done.words}
            <Button
              disabled={isBusy}
              onClick={() => {
                void run(undoFit(store.api, done.fit), "Taken back").then(() => {
                  setDone(null);
                });
              }}
            >
              Take it back
            </Button>
          </p>
        ) : null}
        {isOpen ? (
          <Suspense fallback={<p className="text-sm text-muted">Reading the words…</p>}>
            <FitWords key={claim.text} claim={claim} run={run} isBusy={isBusy} />
          </Suspense>
        ) : null}
      </div>
    </details>
  );
}
