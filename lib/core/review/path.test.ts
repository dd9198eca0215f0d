import fc from "fast-check";
import { expect, it } from "vitest";
import { by, facts, policyOf } from "@/seeds/claim-facts";
import type { Role } from "../permissions/table";
import {
  rulingHolds,
  submittedAnnotations,
  type AnnotationFacts,
  type ClaimFacts,
  type Viewer,
} from "./facts";
import { policyKinds } from "./policy";
import { endsStaleness } from "./staleness";
import { claimState, dueRuling } from "./state";
import { legalSteps, type Step } from "./steps";

const members: readonly Viewer[] = [
  ["olga", "owner"],
  ["ed", "editor"],
  ["ann", "reviewer"],
  ["bob", "reviewer"],
  ["cleo", "reviewer"],
  ["vera", "viewer"],
].map(([memberId, role]) => ({ memberId: memberId ?? "", role: role as Role }));
const verdicts = ["true", "mixed", "false"];

type Move = {
  readonly who: number;
  readonly pick: number;
  readonly verdict: number;
  readonly submit: boolean;
  /** Whether the oldest lease on a place has run out before. */
  readonly lapse: boolean;
  /** Whether a new version of the article has changed the claim's words before. */
  readonly change: boolean;
};

/** What a change of words does to the facts. */
function changeWords(claim: ClaimFacts): ClaimFacts {
  if (claim.annotations.length === 0) return claim;
  const setAside = claim.policy.kind === "double_blind";
  const annotations = claim.annotations.map((one) => (setAside ? { ...one, submittedVersion: null } : one));
  return { ...claim, stale: true, annotations };
}

/** What the submission that ends it does: under most policies nobody else's counts any more, and no ruling does. */
function judgeAnew(claim: ClaimFacts, memberId: string): ClaimFacts {
  const isKept = (one: AnnotationFacts) => one.memberId === memberId || claim.policy.kind === "double_blind";
  const annotations = claim.annotations.map((one) =>
    isKept(one) ? one : { ...one, submittedVersion: null },
  );
  return { ...claim, stale: false, annotations, ruling: null };
}

/** What the server's commands do to the facts, in small: the step, then whatever ruling has become due. */
function take(
  claim: ClaimFacts,
  viewer: Viewer,
  step: Step,
  verdict: string,
  submit: "submit" | "draft",
): ClaimFacts {
  const { memberId } = viewer;
  switch (step.kind) {
    case "annotate":
      return settle(annotate(claim, memberId, verdict, submit));
    case "vote":
      return settle({ ...claim, votes: [...claim.votes, { memberId, verdict }] });
    case "adjudicate":
      return rule(claim, verdict, "adjudication");
    case "approve":
    case "request_changes":
    case "comment":
    case "withdraw":
      return settle({
        ...claim,
        annotations: claim.annotations.map((annotation) =>
          annotation.id === step.annotationId
            ? {
                ...annotation,
                reviews: [
                  ...annotation.reviews,
                  { reviewerId: memberId, decision: step.kind, version: annotation.submittedVersion ?? 0 },
                ],
              }
            : annotation,
        ),
      });
  }
}

function annotate(
  claim: ClaimFacts,
  memberId: string,
  verdict: string,
  submit: "submit" | "draft",
): ClaimFacts {
  const written = withAnnotation(claim, memberId, verdict, submit);
  return submit === "submit" && endsStaleness(claim, memberId) ? judgeAnew(written, memberId) : written;
}

function withAnnotation(
  claim: ClaimFacts,
  memberId: string,
  verdict: string,
  submit: "submit" | "draft",
): ClaimFacts {
  const own = claim.annotations.find((annotation) => annotation.memberId === memberId);
  const before = own ?? { ...by(memberId, null), id: memberId, version: 0 };
  const version = before.version + 1;
  const next: AnnotationFacts =
    submit === "submit"
      ? { ...before, version, submittedVersion: version, submittedVerdict: verdict }
      : { ...before, version };
  const others = claim.annotations.filter((annotation) => annotation !== own);
  const elsewhere = claim.holders.filter((holder) => holder !== memberId);
  return {
    ...claim,
    annotations: [...others, next],
    holders: submit === "submit" ? elsewhere : [...elsewhere, memberId],
    votes: submit === "submit" ? [] : claim.votes,
  };
}

function settle(claim: ClaimFacts): ClaimFacts {
  const due = dueRuling(claim);
  return due ? rule(claim, due.verdict, due.method) : claim;
}

function rule(
  claim: ClaimFacts,
  verdict: string,
  method: "agreement" | "panel" | "adjudication",
): ClaimFacts {
  const basis = claim.annotations
    .filter((annotation) => annotation.submittedVersion !== null)
    .map(({ id, submittedVersion }) => ({ annotationId: id, version: submittedVersion ?? 0 }));
  return { ...claim, ruling: { verdict, method, basis, published: false } };
}

/** What must be true of a claim wherever its path has led. */
function checkRuling(before: ClaimFacts, after: ClaimFacts, viewer: Viewer): void {
  if (after.ruling === before.ruling || after.ruling === null) return;
  const { method, verdict, basis } = after.ruling;
  expect(basis.length).toBeGreaterThanOrEqual(after.policy.annotations);
  if (method === "adjudication") {
    expect(claimState(before)).toBe("disputed");
    expect(["owner", "editor"]).toContain(viewer.role);
    expect(before.annotations.every((annotation) => annotation.memberId !== viewer.memberId)).toBe(true);
  }
  if (method === "panel") {
    expect(after.votes.filter((vote) => vote.verdict === verdict).length).toBeGreaterThanOrEqual(
      after.policy.quorum,
    );
  }
  if (method === "agreement") {
    const approvals = after.annotations.flatMap((annotation) =>
      annotation.reviews
        .filter((review) => review.decision === "approve" && review.version === annotation.submittedVersion)
        .map((review) => [review.reviewerId, annotation.memberId]),
    );
    expect(approvals.some(([reviewer, author]) => reviewer !== author)).toBe(true);
    expect(
      after.annotations
        .filter((a) => a.submittedVersion !== null)
        .every((a) => a.submittedVerdict === verdict),
    ).toBe(true);
  }
}

/** What was ruled on words that have changed is over before anything new is ruled, and nothing is ruled on stale ones. */
function checkStaleness(before: ClaimFacts, after: ClaimFacts): void {
  if (after.stale) expect(after.ruling).toBe(before.ruling);
  if (before.stale && !after.stale) {
    expect(after.ruling).toBeNull();
    const needed = after.policy.kind === "double_blind" ? after.policy.annotations : 1;
    expect(submittedAnnotations(after)).toHaveLength(needed);
  }
}

const move = fc.record({
  who: fc.nat(members.length - 1),
  pick: fc.nat(50),
  verdict: fc.nat(verdicts.length - 1),
  submit: fc.boolean(),
  lapse: fc.boolean(),
  change: fc.nat(19).map((n) => n === 0),
});

function play(kind: (typeof policyKinds)[number], moves: readonly Move[]): number {
  let claim = facts(kind, { policy: policyOf(kind) });
  let taken = 0;
  for (const { who, pick, verdict, submit, lapse, change } of moves) {
    if (lapse) claim = { ...claim, holders: claim.holders.slice(1) };
    if (change) claim = changeWords(claim);
    const viewer = members[who];
    const steps = viewer ? legalSteps(claim, viewer) : [];
    const step = steps[pick % Math.max(1, steps.length)];
    if (!viewer || !step) continue;
    expect(viewer.role).not.toBe("viewer");
    if ("annotationId" in step) expect(step.annotationId).not.toBe(viewer.memberId);
    const next = take(claim, viewer, step, verdicts[verdict] ?? "true", submit ? "submit" : "draft");
    checkRuling(claim, next, viewer);
    checkStaleness(claim, next);
    if (kind !== "single") {
      const submitted = next.annotations.filter((annotation) => annotation.submittedVersion !== null);
      expect(submitted.length).toBeLessThanOrEqual(next.policy.annotations);
    }
    if (rulingHolds(next)) expect(["ruled", "stale"]).toContain(claimState(next));
    claim = next;
    taken += 1;
  }
  return taken;
}

it("no path of legal steps leads to an illegal ruling (at least 100,000 steps)", () => {
  let steps = 0;
  for (const kind of policyKinds) {
    fc.assert(
      fc.property(fc.array(move, { minLength: 20, maxLength: 60 }), (moves) => {
        steps += play(kind, moves);
      }),
      { numRuns: 1_200 },
    );
  }
  expect(steps).toBeGreaterThan(100_000);
});
