"use client";

import { useRef, useState } from "react";
import type { Answer } from "@/lib/client/api";
import { problemWords, type Problem } from "@/lib/client/problem";
import { toast } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { useDesk } from "@/components/workbench/desk-context";

/** One step on a claim, sent once however often it is clicked; then everything that it may have changed is read again. */
export function useClaimAction(claimId: string) {
  const { store } = useDesk();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<"idle" | "busy">("idle");
  const running = useRef(false);

  async function act(send: () => Promise<Answer<unknown>>, done: string, onDone?: () => void): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy("busy");
    const answer = await send();
    running.current = false;
    setBusy("idle");
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) {
      toast(done);
      onDone?.();
    }
    // A refusal often means that things have moved on: the reader should see how they stand.
    await Promise.all([store.reload(claimId), store.reloadList()]);
  }
  return { act, busy, problem };
}

export function TellProblem({ problem }: { readonly problem: Problem | null }) {
  if (!problem) return null;
  return (
    <Banner look="error" title="That was not done">
      {problemWords(problem)}
    </Banner>
  );
}
