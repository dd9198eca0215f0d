import { submittedAnnotations, type AnnotationFacts, type ClaimFacts } from "./facts";

/**
 * Submissions that judge the words as they are. Under double-blind a change of words sets aside, at once and for
 * everybody, what was submitted before it; under the other policies it stays to be seen until somebody judges anew.
 */
export function judgingPresentWords(facts: ClaimFacts): readonly AnnotationFacts[] {
  return facts.stale && facts.policy.kind !== "double_blind" ? [] : submittedAnnotations(facts);
}

/**
 * Whether a submission of this member now puts a stale claim on its path again. Under double-blind only the one that
 * completes the pair: before that, nobody is to learn that one of the two has judged the new words.
 */
export function endsStaleness(facts: ClaimFacts, memberId: string): boolean {
  if (!facts.stale) return false;
  if (facts.policy.kind !== "double_blind") return true;
  const authors = new Set(judgingPresentWords(facts).map((annotation) => annotation.memberId));
  return authors.add(memberId).size >= facts.policy.annotations;
}
