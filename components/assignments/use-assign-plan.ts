"use client";

import { useRef, useState } from "react";
import type { AssignmentKind, AssignResult } from "@/lib/core/assignments/assignment";
import type { DeskApi } from "@/lib/client/api";
import type { Problem } from "@/lib/client/problem";

/** What the editor asks for, before it is a plan. */
export type Wish = {
  readonly kind: AssignmentKind;
  readonly spread: "everybody" | "evenly";
  readonly members: readonly string[];
  readonly perClaim: number;
  readonly overlapPercent: number;
  /** A calendar day of the editor's, YYYY-MM-DD; empty for none. */
  readonly due: string;
  readonly seed: number;
};

/** What was given to whom. */
export type MadeWork = {
  readonly work: AssignmentKind;
  readonly items: readonly {
    readonly claimId: string;
    readonly memberId: string;
    readonly dueAt: string | null;
  }[];
};

/** Work is due at the end of that day where the editor is. */
function dueAt(due: string): string | null {
  return due === "" ? null : new Date(`${due}T23:59:59`).toISOString();
}

/** A wish, the plan that it gives, and carrying exactly that plan out. */
export function useAssignPlan(api: DeskApi, claimIds: readonly string[]) {
  const [wish, setWish] = useState<Wish>({
    kind: "annotate",
    spread: claimIds.length > 1 ? "evenly" : "everybody",
    members: [],
    perClaim: 1,
    overlapPercent: 0,
    due: "",
    seed: 1,
  });
  const [plan, setPlan] = useState<AssignResult | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);

  function change(part: Partial<Wish>) {
    setWish({ ...wish, ...part });
    setPlan(null);
  }

  async function ask(how: { readonly dryRun: true } | { readonly plan: string }, asked: Wish) {
    if (busy.current) return null;
    busy.current = true;
    const { kind, spread, members, perClaim, overlapPercent, due, seed } = asked;
    const answer = await api.assign({
      ...how,
      claimIds: [...claimIds],
      members: [...members],
      kind,
      spread,
      perClaim,
      overlapShare: overlapPercent / 100,
      seed,
      dueAt: dueAt(due),
    });
    busy.current = false;
    setProblem(answer.ok ? null : answer.problem);
    return answer;
  }

  async function preview(asked: Wish = wish): Promise<void> {
    const answer = await ask({ dryRun: true }, asked);
    if (!answer?.ok) return;
    setWish(asked);
    setPlan(answer.value);
  }

  /** @returns the assignments that were made; null when none was, and why is in `problem` */
  async function apply(shown: AssignResult): Promise<MadeWork | null> {
    const answer = await ask({ plan: shown.plan }, wish);
    if (answer?.ok) {
      const { pairs } = answer.value;
      return { work: wish.kind, items: pairs.map((pair) => ({ ...pair, dueAt: dueAt(wish.due) })) };
    }
    if (answer?.problem.status === 412) {
      await preview();
      setProblem(answer.problem);
    }
    return null;
  }

  return { wish, plan, problem, change, preview, apply };
}
