import { isAddressed } from "../claims/claim";
import { can } from "../permissions/table";
import type { ClaimFacts, Viewer } from "../review/facts";
import { judgingPresentWords } from "../review/staleness";
import { claimState } from "../review/state";
import { isLegal } from "../review/steps";
import { isRevealed } from "../review/visibility";
import { permissionFor, type AssignmentKind } from "./assignment";

/** Work that is given already, as far as the one who asks may know of it. */
export type KnownWork = { readonly memberId: string; readonly kind: AssignmentKind };

/**
 * Whether this member may be given this work on the claim. Under a blind policy it is decided by what the one who asks
 * may know: a refusal because of what somebody has written would tell that they have. Whoever has written already is then
 * given what they have done.
 */
export function canBeGiven(
  facts: ClaimFacts,
  given: readonly KnownWork[],
  candidate: Viewer,
  kind: AssignmentKind,
): boolean {
  if (!can(candidate.role, permissionFor[kind])) return false;
  const known = isRevealed(facts) ? facts : { ...facts, annotations: [], votes: [] };
  if (isSettled(known)) return false;
  const own = given.filter((work) => work.memberId === candidate.memberId).map((work) => work.kind);
  if (own.includes(kind)) return false;
  if (kind === "annotate") return hasToAnnotate(known, candidate);
  const authors = known.annotations.map((annotation) => annotation.memberId);
  if (own.includes("annotate") || authors.includes(candidate.memberId)) return false;
  return kind === "review" || hasToVote(known, candidate);
}

function isSettled(facts: ClaimFacts): boolean {
  return isAddressed({ state: claimState(facts) });
}

function hasToVote(facts: ClaimFacts, { memberId }: Viewer): boolean {
  return facts.policy.kind === "panel" && !facts.votes.some((vote) => vote.memberId === memberId);
}

/** With a place kept for them they may annotate, and have not yet done so on the words as they are. */
function hasToAnnotate(facts: ClaimFacts, candidate: Viewer): boolean {
  const { memberId } = candidate;
  if (judgingPresentWords(facts).some((annotation) => annotation.memberId === memberId)) return false;
  return isLegal({ ...facts, holders: [memberId] }, candidate, { kind: "annotate" });
}
