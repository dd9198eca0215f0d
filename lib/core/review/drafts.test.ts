import { describe, expect, it } from "vitest";
import { withDraft } from "./drafts";
import type { AnnotationFacts, ClaimFacts } from "./facts";
import { claimState, dueRuling } from "./state";

const annotation = (memberId: string, more: Partial<AnnotationFacts> = {}): AnnotationFacts => ({
  id: `of ${memberId}`,
  memberId,
  version: 1,
  submittedVersion: null,
  submittedVerdict: null,
  reviews: [],
  ...more,
});

const facts = (annotations: readonly AnnotationFacts[]): ClaimFacts => ({
  policy: { kind: "single", annotations: 1, quorum: 0, panelSize: 0 },
  disposition: "to_check",
  stale: false,
  annotations,
  holders: [],
  votes: [],
  ruling: null,
});

describe("a version that is saved and not submitted", () => {
  it("is the first of its author: somebody is on the claim", () => {
    const before = facts([]);
    const after = withDraft(before, { id: "of ada", memberId: "ada", version: 1 });
    expect(after).toEqual(facts([annotation("ada")]));
    expect([before, after].map(claimState)).toEqual(["unchecked", "in_progress"]);
  });

  it("is the newest, and takes nothing of what was submitted away", () => {
    const approved = annotation("ada", {
      version: 3,
      submittedVersion: 3,
      submittedVerdict: "true",
      reviews: [{ reviewerId: "bo", decision: "approve", version: 3 }],
    });
    const before = facts([annotation("bo"), approved]);
    const after = withDraft(before, { id: approved.id, memberId: "ada", version: 4 });
    expect(after).toEqual(facts([annotation("bo"), { ...approved, version: 4 }]));
    expect(claimState(after)).toBe(claimState(before));
    expect(dueRuling(after)).toEqual(dueRuling(before));
  });
});
