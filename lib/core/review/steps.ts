import type { ClaimState } from "../claims/claim";
import { can } from "../permissions/table";
import {
  decisionOf,
  submittedAnnotations,
  type AnnotationFacts,
  type ClaimFacts,
  type Viewer,
} from "./facts";
import { isRevealed } from "./visibility";
import { judgingPresentWords } from "./staleness";
import { claimState } from "./state";

/** What a member can do to a claim. The screen offers exactly the legal ones, the server refuses the others. */
export type Step =
  | { readonly kind: "annotate" }
  | { readonly kind: "approve"; readonly annotationId: string }
  | { readonly kind: "request_changes"; readonly annotationId: string }
  | { readonly kind: "comment"; readonly annotationId: string }
  | { readonly kind: "withdraw"; readonly annotationId: string }
  | { readonly kind: "vote" }
  | { readonly kind: "adjudicate" };

export function legalSteps(facts: ClaimFacts, viewer: Viewer): readonly Step[] {
  if (facts.disposition !== "to_check") return [];
  const steps: Step[] = [];
  if (mayAnnotate(facts, viewer)) steps.push({ kind: "annotate" });
  for (const annotation of submittedAnnotations(facts)) steps.push(...reviewSteps(facts, annotation, viewer));
  if (mayVote(facts, viewer)) steps.push({ kind: "vote" });
  if (mayAdjudicate(facts, viewer)) steps.push({ kind: "adjudicate" });
  return steps;
}

export function isLegal(facts: ClaimFacts, viewer: Viewer, step: Step): boolean {
  return legalSteps(facts, viewer).some(
    (legal) =>
      legal.kind === step.kind &&
      (!("annotationId" in legal) || ("annotationId" in step && legal.annotationId === step.annotationId)),
  );
}

function mayAnnotate(facts: ClaimFacts, { memberId, role }: Viewer): boolean {
  if (!can(role, "annotation.write")) return false;
  if (facts.policy.kind === "single") return true;
  const authors = submittedAnnotations(facts).map((annotation) => annotation.memberId);
  if (authors.includes(memberId)) return true;
  // A voter has judged already; the annotation that is voted on has one author.
  if (facts.votes.some((vote) => vote.memberId === memberId)) return false;
  // What was submitted on words that have changed since keeps nobody from judging the new ones.
  const inPlace = judgingPresentWords(facts).map((annotation) => annotation.memberId);
  if (inPlace.length >= facts.policy.annotations) return false;
  const taken = new Set([...inPlace, ...facts.holders]);
  return facts.holders.includes(memberId) || taken.size < facts.policy.annotations;
}

function reviewSteps(facts: ClaimFacts, annotation: AnnotationFacts, viewer: Viewer): readonly Step[] {
  const allowed =
    can(viewer.role, "annotation.review") && annotation.memberId !== viewer.memberId && isRevealed(facts);
  if (!allowed) return [];
  const { id: annotationId } = annotation;
  const state = claimState(facts);
  const decided = decisionOf(annotation, viewer.memberId);
  const isOpen = state !== "ruled" && state !== "published" && state !== "stale";
  const kinds = (["comment", "withdraw", "request_changes", "approve"] as const).filter((kind) => {
    if (kind === "withdraw") return decided !== null && mayWithdraw(facts, state);
    if (kind === "approve") return isOpen && decided !== "approve" && takesApproval(facts, state);
    return kind === "comment" || isOpen;
  });
  return kinds.map((kind) => ({ kind, annotationId }));
}

/** A panel decides by votes, and a dispute is not approved away. */
function takesApproval(facts: ClaimFacts, state: ClaimState): boolean {
  return facts.policy.kind !== "panel" && state !== "disputed";
}

/** A decision can be taken back until something else rests on it: a publication, a vote, an adjudication. */
function mayWithdraw(facts: ClaimFacts, state: ClaimState): boolean {
  if (state === "published" || state === "stale") return false;
  return state !== "ruled" || facts.ruling?.method === "agreement";
}

function mayVote(facts: ClaimFacts, viewer: Viewer): boolean {
  const state = claimState(facts);
  return (
    facts.policy.kind === "panel" &&
    can(viewer.role, "claim.vote") &&
    (state === "submitted" || state === "in_review") &&
    facts.votes.length < facts.policy.panelSize &&
    !isParty(facts, viewer)
  );
}

function mayAdjudicate(facts: ClaimFacts, viewer: Viewer): boolean {
  return can(viewer.role, "claim.adjudicate") && claimState(facts) === "disputed" && !isParty(facts, viewer);
}

/** Whoever annotated or voted on a claim is a party to its dispute. */
function isParty(facts: ClaimFacts, viewer: Viewer): boolean {
  return [...facts.annotations, ...facts.votes].some(({ memberId }) => memberId === viewer.memberId);
}
