import type { StandingClaim, RevisionChanges } from "@/lib/core/anchors/changes";
import type { Decision } from "@/lib/core/anchors/plan";

/** What the editor has decided otherwise: by claim, the number of the new sentence that it became, or null for none. */
export type Decided = ReadonlyMap<string, number | null>;

export type FateCounts = Readonly<Record<keyof RevisionChanges, number>>;

/** A new sentence that a deleted claim could become. */
export type Partner = Pick<StandingClaim, "ordinal" | "text">;

/** The counts of a preview with the decisions followed. */
export function countDecided(changes: RevisionChanges, decided: Decided): FateCounts {
  const counts = {
    carried: changes.carried.length,
    moved: changes.moved.length,
    changed: changes.changed.length,
    deleted: changes.deleted.length,
    added: changes.added.length,
  };
  for (const sentence of decided.values()) {
    const step = sentence === null ? 1 : -1;
    counts.changed -= step;
    counts.deleted += step;
    counts.added += step;
  }
  return counts;
}

/** Sentences that no claim has: the added ones and those that decisions let go. */
export function freePartners(changes: RevisionChanges, decided: Decided): readonly Partner[] {
  const taken = new Set(decided.values());
  const letGo = changes.changed.filter(
    ({ id, kind }) => kind === "sentence" && id !== null && decided.get(id) === null,
  );
  return [...changes.added, ...letGo]
    .filter(({ ordinal }) => !taken.has(ordinal))
    .toSorted((one, two) => one.ordinal - two.ordinal);
}

/**
 * One more decision. Undefined takes the claim's decision back. Whoever was given a sentence that is no longer free
 * loses it again.
 */
export function decide(
  changes: RevisionChanges,
  decided: Decided,
  claimId: string,
  sentence: number | null | undefined,
): Decided {
  const next = new Map(decided);
  if (sentence === undefined) next.delete(claimId);
  else next.set(claimId, sentence);
  const own = changes.changed.find(({ id }) => id === claimId)?.ordinal;
  if (sentence !== undefined || own === undefined) return next;
  for (const [other, taken] of next) if (taken === own) next.delete(other);
  return next;
}

export function toDecisions(decided: Decided): readonly Decision[] {
  return [...decided].map(([claimId, sentence]) => ({ claimId, sentence }));
}
