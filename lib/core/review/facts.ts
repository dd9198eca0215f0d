import type { Disposition } from "../claims/claim";
import type { Role } from "../permissions/table";
import type { Policy } from "./policy";

/** What the state machine needs to know of a claim: nothing that a screen shows, everything that decides. */
export type ClaimFacts = {
  readonly policy: Policy;
  readonly disposition: Disposition;
  /** Its words changed in a newer revision since they were last judged. */
  readonly stale: boolean;
  readonly annotations: readonly AnnotationFacts[];
  /** Members for whom a place among the annotators is kept now. */
  readonly holders: readonly string[];
  /** Votes of the current round (a round is one submitted version of the annotation that is voted on). */
  readonly votes: readonly VoteFacts[];
  readonly ruling: RulingFacts | null;
};

export type AnnotationFacts = {
  readonly id: string;
  readonly memberId: string;
  /** The newest version, which only its author sees. */
  readonly version: number;
  /** The version that colleagues see and judge; null until the first submission. */
  readonly submittedVersion: number | null;
  /** The verdict of the submitted version. */
  readonly submittedVerdict: string | null;
  readonly reviews: readonly ReviewFacts[];
};

/** `withdraw` takes back one's own decision; a comment decides nothing. */
export const reviewDecisions = ["approve", "request_changes", "comment", "withdraw"] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

export type ReviewFacts = {
  readonly reviewerId: string;
  readonly decision: ReviewDecision;
  /** The version that the reviewer saw. */
  readonly version: number;
};

export type VoteFacts = { readonly memberId: string; readonly verdict: string };

export const rulingMethods = ["agreement", "panel", "adjudication"] as const;
export type RulingMethod = (typeof rulingMethods)[number];

export type RulingFacts = {
  readonly verdict: string;
  readonly method: RulingMethod;
  readonly basis: readonly { readonly annotationId: string; readonly version: number }[];
  readonly published: boolean;
};

/** The one who looks or acts. */
export type Viewer = { readonly memberId: string; readonly role: Role };

export function submittedAnnotations(facts: ClaimFacts): readonly AnnotationFacts[] {
  return facts.annotations.filter((annotation) => annotation.submittedVersion !== null);
}

/** The latest decision of each reviewer on the version that is submitted now; comments decide nothing. */
export function standingDecisions(annotation: AnnotationFacts): readonly ReviewDecision[] {
  const reviewers = new Set(annotation.reviews.map((review) => review.reviewerId));
  return [...reviewers].flatMap((reviewer) => decisionOf(annotation, reviewer) ?? []);
}

/** What this reviewer last decided on the version that is submitted now. */
export function decisionOf(annotation: AnnotationFacts, reviewerId: string): ReviewDecision | null {
  const decisions = annotation.reviews.filter(
    (review) =>
      review.reviewerId === reviewerId &&
      review.version === annotation.submittedVersion &&
      review.decision !== "comment",
  );
  const last = decisions.at(-1)?.decision ?? null;
  return last === "withdraw" ? null : last;
}

/** Whether a colleague approves of something that is submitted now. */
export function isApproved(facts: ClaimFacts): boolean {
  return submittedAnnotations(facts).some((annotation) => standingDecisions(annotation).includes("approve"));
}

/**
 * Whether the ruling still stands: an edit that was submitted later takes its ground away, and so does, before it is
 * published, the approval that made it when that is withdrawn.
 */
export function rulingHolds(facts: ClaimFacts): boolean {
  return rulingRests(facts) && !isTakenBack(facts);
}

function rulingRests(facts: ClaimFacts): boolean {
  return (
    facts.ruling?.basis.every(({ annotationId, version }) =>
      facts.annotations.some(
        (annotation) => annotation.id === annotationId && annotation.submittedVersion === version,
      ),
    ) ?? false
  );
}

/** Whether the approval that made the ruling was withdrawn: such a ruling is over, also if somebody approves anew. */
export function isTakenBack(facts: ClaimFacts): boolean {
  const { ruling } = facts;
  if (ruling?.method !== "agreement" || ruling.published) return false;
  return rulingRests(facts) && !isApproved(facts);
}

export function verdictsDiffer(annotations: readonly AnnotationFacts[]): boolean {
  return new Set(annotations.map((annotation) => annotation.submittedVerdict)).size > 1;
}
