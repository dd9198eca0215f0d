import type { ClaimSummary } from "@/lib/core/claims/claim";
import { mostMerged } from "@/lib/core/claims/fit";
import { mergeClaims, type Fitted } from "./fit-requests";
import type { Problem } from "./problem";
import type { WorkbenchStore } from "./workbench-store";

type Run = readonly ClaimSummary[];

/** The marked sentences that follow each other, each run of at least two by itself, in the order of the text. */
export function markedNeighbours(
  claims: readonly ClaimSummary[],
  marked: ReadonlySet<string>,
): readonly Run[] {
  const sentences = claims.filter(({ kind }) => kind === "sentence").toSorted((a, b) => a.start - b.start);
  const runs: ClaimSummary[][] = [[]];
  for (const claim of sentences) {
    const run = runs.at(-1);
    if (marked.has(claim.id) && run && run.length < mostMerged) run.push(claim);
    else runs.push(marked.has(claim.id) ? [claim] : []);
  }
  return runs.filter((run) => run.length > 1);
}

export type MergeResult = {
  readonly merged: number;
  readonly into: number;
  /** Why it went no further; what had been merged before stays merged. */
  readonly problem: Problem | null;
};

/** Makes one claim of each run, which keeps what was written on its first. One undo takes all of it back. */
export async function mergeMarked(store: WorkbenchStore, runs: readonly Run[]): Promise<MergeResult> {
  const done: Fitted[] = [];
  let merged = 0;
  let problem: Problem | null = null;
  // From the end of the text: the claims in front keep their numbers and versions meanwhile.
  for (const run of runs.toReversed()) {
    const claims = run.map(({ id, version }) => ({ id, version }));
    const answer = await mergeClaims(store.api, { claims });
    if (!answer.ok) {
      problem = answer.problem;
      break;
    }
    done.push(answer.value);
    merged += run.length;
  }
  if (done.length > 0) {
    store.steps.push({
      kind: "fit",
      items: done.map(({ fit, claim }) => ({ claimId: claim.claim.id, fit })),
    });
    await store.reloadList();
    for (const { claim } of done) store.learn(claim);
  }
  return { merged, into: done.length, problem };
}
