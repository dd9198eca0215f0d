import { can, type Role } from "../permissions/table";
import { submittedAnnotations, type ClaimFacts } from "../review/facts";

/**
 * Who is told that a claim is disputed: those who differ, and the editors who may decide. Both annotations of a blind
 * pair are in by then.
 */
export function toldOfDispute(
  facts: ClaimFacts,
  members: readonly { readonly memberId: string; readonly role: Role }[],
): readonly string[] {
  const parties = partiesOf(facts);
  const editors = members.filter(({ role }) => can(role, "claim.adjudicate")).map(({ memberId }) => memberId);
  return [...new Set([...parties, ...editors])];
}

/** Who is told of a ruling: whoever has annotated, voted or reviewed. */
export function toldOfRuling(facts: ClaimFacts): readonly string[] {
  const reviewers = facts.annotations.flatMap(({ reviews }) => reviews.map(({ reviewerId }) => reviewerId));
  return [...new Set([...partiesOf(facts), ...reviewers])];
}

function partiesOf(facts: ClaimFacts): readonly string[] {
  return [...submittedAnnotations(facts), ...facts.votes].map(({ memberId }) => memberId);
}
