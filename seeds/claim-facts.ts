import type { AnnotationFacts, ClaimFacts } from "@/lib/core/review/facts";
import { defaultPolicies, type PolicyKind } from "@/lib/core/review/policy";

export function policyOf(kind: PolicyKind) {
  const policy = defaultPolicies.find((candidate) => candidate.kind === kind);
  if (!policy) throw new Error(kind);
  return policy;
}

/** A claim that nobody has touched, but for what is given. */
export function facts(kind: PolicyKind, more: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    policy: policyOf(kind),
    disposition: "to_check",
    stale: false,
    annotations: [],
    holders: [],
    votes: [],
    ruling: null,
    ...more,
  };
}

/** An annotation submitted as version 1 with this verdict; a draft when the verdict is null. */
export function by(
  memberId: string,
  verdict: string | null,
  more: Partial<AnnotationFacts> = {},
): AnnotationFacts {
  const submittedVersion = verdict === null ? null : 1;
  return {
    id: `of ${memberId}`,
    memberId,
    version: 1,
    submittedVersion,
    submittedVerdict: verdict,
    reviews: [],
    ...more,
  };
}
