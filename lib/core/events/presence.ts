import { can, type Role } from "../permissions/table";
import type { PolicyKind } from "../review/policy";

/** A colleague who has the article open, as somebody is told of them. */
export type PersonHere = {
  readonly memberId: string;
  readonly name: string;
  /** Null where they are on none, or where it is not told. */
  readonly claimId: string | null;
  readonly typing: boolean;
};

/** What one open page of a member said last; `at` in milliseconds of any clock. */
export type Beat = {
  readonly memberId: string;
  readonly tab: string;
  readonly claimId: string | null;
  readonly typing: boolean;
  readonly at: number;
};

export type SightOfPresence = "claim" | "article" | "nothing";

/** A page says every 20 s that it is still open: two may be lost before it counts as gone. */
export const presenceMs = 45_000;

/**
 * What somebody of this role may know of a colleague who has an article open. Under double-blind that a colleague is there
 * would tell that they are at work on it; where annotations or votes are given independently, the claim they are on would.
 * Whoever may not read annotations is not told where somebody is writing one.
 */
export function sightOfPresence(policy: PolicyKind, role: Role): SightOfPresence {
  if (policy === "double_blind") return "nothing";
  return policy === "single" && can(role, "annotation.read") ? "claim" : "article";
}

/** Of each member what was said last, of those who said something lately, in the order of the beats. */
export function latestBeats(beats: Iterable<Beat>, now: number): readonly Beat[] {
  const latest = new Map<string, Beat>();
  for (const beat of beats) {
    if (now - beat.at >= presenceMs) continue;
    if (beat.at >= (latest.get(beat.memberId)?.at ?? -Infinity)) latest.set(beat.memberId, beat);
  }
  return [...latest.values()];
}
