import "server-only";
import type { ReviewInput, RulingInput, VoteInput } from "@/lib/core/annotations/annotation";
import type { ClaimState } from "@/lib/core/claims/claim";
import { isLegal } from "@/lib/core/review/steps";
import { Refusal } from "@/lib/core/shared/refusal";
import { sightOf } from "@/lib/core/review/visibility";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { completeWork } from "../assignments/places";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { checkVerdict, viewerOf } from "./checks";
import { lockClaim, type LoadedClaim } from "./load-facts";
import { rule, settle } from "./settle";

export type ReviewOutcome =
  | { readonly outcome: "given"; readonly claimId: string; readonly state: ClaimState }
  | { readonly outcome: "stale"; readonly claimId: string; readonly submittedVersion: number };

/**
 * A colleague's decision on the submitted version of an annotation. A newer submission in the meantime gives `stale`.
 * @throws Refusal not_found (also for an annotation that is still hidden), forbidden, conflict (not a legal step now)
 */
export async function reviewAnnotation(
  actor: Actor,
  target: { readonly workspace: string; readonly annotationId: string },
  input: ReviewInput,
): Promise<ReviewOutcome> {
  const scope = await authorize(actor, target.workspace, "annotation.review");
  const claimId = await claimOfAnnotation(scope, target.annotationId);
  return transact(scope, async (tx): Promise<ReviewOutcome> => {
    const claim = await lockClaim(tx, scope, claimId);
    const annotation = findVisible(claim, scope, target.annotationId);
    const submittedVersion = annotation.submittedVersion ?? 0;
    if (submittedVersion !== input.version) return { outcome: "stale", claimId, submittedVersion };
    const step = { kind: input.decision, annotationId: annotation.id };
    if (!isLegal(claim.facts, viewerOf(scope), step)) {
      throw new Refusal("conflict", "This claim does not take that decision from you now.");
    }
    const { id } = await tx.review.create({
      data: {
        workspaceId: scope.workspaceId,
        claimId,
        annotationId: annotation.id,
        version: input.version,
        authorId: annotation.memberId,
        reviewerId: scope.memberId,
        decision: input.decision,
        reasons: [...input.reasons],
        comment: input.comment,
      },
      select: { id: true },
    });
    const payload = { annotationId: annotation.id, version: input.version, decision: input.decision };
    await record(tx, scope, { type: "review.given", payload, entityId: id, ...place(claim) });
    if (input.decision !== "comment") await completeWork(tx, scope, claimId, "review");
    return { outcome: "given", claimId, state: await settle(tx, scope, claimId) };
  });
}

/** One panel member's vote in the current round. @throws Refusal not_found, forbidden, bad_input, conflict */
export async function castVote(
  actor: Actor,
  target: { readonly workspace: string; readonly claimId: string },
  input: VoteInput,
): Promise<{ readonly state: ClaimState }> {
  const scope = await authorize(actor, target.workspace, "claim.vote");
  return transact(scope, async (tx) => {
    const claim = await lockClaim(tx, scope, target.claimId);
    if (!isLegal(claim.facts, viewerOf(scope), { kind: "vote" })) {
      throw new Refusal("conflict", "This claim takes no vote from you now.");
    }
    await checkVerdict(tx, scope, claim, input.verdict);
    await tx.vote.create({
      data: {
        workspaceId: scope.workspaceId,
        claimId: target.claimId,
        round: claim.round,
        memberId: scope.memberId,
        verdict: input.verdict,
        rationale: input.rationale,
      },
    });
    const payload = { round: claim.round };
    await record(tx, scope, { type: "vote.cast", payload, entityId: target.claimId, ...place(claim) });
    await completeWork(tx, scope, target.claimId, "vote");
    return { state: await settle(tx, scope, target.claimId) };
  });
}

/** An editor who is no party decides a dispute. @throws Refusal not_found, forbidden, bad_input, conflict */
export async function adjudicate(
  actor: Actor,
  target: { readonly workspace: string; readonly claimId: string },
  input: RulingInput,
): Promise<{ readonly state: ClaimState }> {
  const scope = await authorize(actor, target.workspace, "claim.adjudicate");
  return transact(scope, async (tx) => {
    const claim = await lockClaim(tx, scope, target.claimId);
    if (!isLegal(claim.facts, viewerOf(scope), { kind: "adjudicate" })) {
      throw new Refusal(
        "conflict",
        "Only a disputed claim is adjudicated, and only by an editor who is no party to it.",
      );
    }
    await checkVerdict(tx, scope, claim, input.verdict);
    const dissent = [
      ...claim.facts.votes,
      ...claim.facts.annotations.map(({ memberId, submittedVerdict }) => ({
        memberId,
        verdict: submittedVerdict ?? "",
      })),
    ].filter(({ verdict }) => verdict !== "" && verdict !== input.verdict);
    await rule(tx, scope, claim, { ...input, method: "adjudication", dissent });
    return { state: await settle(tx, scope, target.claimId) };
  });
}

async function claimOfAnnotation(scope: WorkspaceScope, id: string): Promise<string> {
  const row = await db().annotation.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: { claimId: true },
  });
  if (!row) throw new Refusal("not_found", "There is no such annotation here.");
  return row.claimId;
}

function findVisible(claim: LoadedClaim, scope: WorkspaceScope, annotationId: string) {
  const annotation = claim.facts.annotations.find(({ id }) => id === annotationId);
  if (!annotation || sightOf(claim.facts, annotation, viewerOf(scope)) === "nothing") {
    throw new Refusal("not_found", "There is no such annotation here.");
  }
  return annotation;
}

function place(claim: LoadedClaim) {
  return { articleId: claim.row.articleId, claimId: claim.row.id };
}
