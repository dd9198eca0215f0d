import type { ClaimState } from "../claims/claim";
import { can } from "../permissions/table";
import { submittedAnnotations, type AnnotationFacts, type ClaimFacts, type Viewer } from "./facts";
import { isBlind } from "./policy";
import { claimState } from "./state";

/** How much of an annotation somebody sees: all, the sources and quotes without any judgement, or not that it exists. */
export type Sight = "full" | "evidence" | "nothing";

/** Whether the annotations of a claim lie open: at once without blindness, else when enough are submitted. */
export function isRevealed(facts: ClaimFacts): boolean {
  return !isBlind(facts.policy) || submittedAnnotations(facts).length >= facts.policy.annotations;
}

/** Whether the viewer is one of those who annotate a claim: has begun to, or has a place kept for it. */
export function isInPair(facts: ClaimFacts, viewer: Viewer): boolean {
  const authors = facts.annotations.map((annotation) => annotation.memberId);
  return [...authors, ...facts.holders].includes(viewer.memberId);
}

/** Role does not lift blindness: an owner sees no more of a colleague's blind annotation than a reviewer does. */
export function sightOf(facts: ClaimFacts, annotation: AnnotationFacts, viewer: Viewer): Sight {
  if (annotation.memberId === viewer.memberId) return "full";
  if (!can(viewer.role, "annotation.read") || annotation.submittedVersion === null) return "nothing";
  if (isRevealed(facts)) return "full";
  return facts.policy.kind === "blind_check" ? "evidence" : "nothing";
}

/**
 * The state as this member may know it. Under double-blind, before both are submitted, the true state would tell
 * whether a colleague has written: each sees the state that their own annotation alone would give.
 */
export function visibleState(facts: ClaimFacts, viewer: Viewer): ClaimState {
  if (facts.policy.kind !== "double_blind" || isRevealed(facts)) return claimState(facts);
  const own = facts.annotations.filter((annotation) => annotation.memberId === viewer.memberId);
  // Whoever has judged the changed words has done with them; to everybody else the claim is stale until the pair is in.
  const stale = facts.stale && own.every(({ submittedVersion }) => submittedVersion === null);
  return claimState({ ...facts, stale, annotations: own });
}
