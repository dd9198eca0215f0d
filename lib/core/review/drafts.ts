import type { ClaimFacts } from "./facts";

type Draft = { readonly id: string; readonly memberId: string; readonly version: number };

/** The facts after somebody has saved a version that they do not submit: it is the newest, and nothing else has changed. */
export function withDraft(facts: ClaimFacts, { id, memberId, version }: Draft): ClaimFacts {
  const own = facts.annotations.find((annotation) => annotation.memberId === memberId);
  const first = { id, memberId, version, submittedVersion: null, submittedVerdict: null, reviews: [] };
  return {
    ...facts,
    annotations: own
      ? facts.annotations.map((annotation) => (annotation === own ? { ...own, version } : annotation))
      : [...facts.annotations, first],
  };
}
