import "server-only";
import type {
  BatchReviewInput,
  BatchReviewResult,
  ReviewInput,
  RulingInput,
  VoteInput,
} from "@/lib/core/annotations/annotation";
import type { ClaimState } from "@/lib/core/claims/claim";
import { isLegal } from "@/lib/core/review/steps";
import { present } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import { sightOf } from "@/lib/core/review/visibility";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { completeWork } from "../assignments/places";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { checkVerdict, viewerOf } from "./checks";
import { decide, hindranceOf } from "./decide";
import { lockClaim, lockClaims, type LoadedClaim } from "./load-facts";
import { ruleAll, settle } from "./settle";

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
  const claims = await claimsOfAnnotations(scope, [target.annotationId]);
  const claimId = present(claims.get(target.annotationId), "it was found");
  return transact(scope, async (tx): Promise<ReviewOutcome> => {
    const claim = await lockClaim(tx, scope, claimId);
    const annotation = findVisible(claim, scope, target.annotationId);
    const submittedVersion = annotation.submittedVersion ?? 0;
    if (submittedVersion !== input.version) return { outcome: "stale", claimId, submittedVersion };
    const decided = { claim, annotation, version: input.version };
    if (hindranceOf(scope, decided, input.decision)) {
      throw new Refusal("conflict", "This claim does not take that decision from you now.");
    }
    const states = await decide(tx, scope, [decided], input);
    return { outcome: "given", claimId, state: present(states.get(claimId), "it was decided on") };
  });
}

/**
 * One decision on many annotations, in one transaction: what can be decided is, and the rest is told apart. Nothing is
 * approved in another version than the one that was seen. Withdrawing the same list undoes it.
 * @throws Refusal not_found when one of them is hidden or not here, forbidden
 */
export async function reviewMany(
  actor: Actor,
  target: { readonly workspace: string },
  { decision, annotations }: BatchReviewInput,
): Promise<BatchReviewResult> {
  const scope = await authorize(actor, target.workspace, "annotation.review");
  const claimOf = await claimsOfAnnotations(
    scope,
    annotations.map(({ id }) => id),
  );
  return transact(scope, async (tx) => {
    const claims = await lockClaims(tx, scope, [...new Set(claimOf.values())]);
    const byId = new Map(claims.map((claim) => [claim.row.id, claim]));
    const asked = annotations.map(({ id, version }) => {
      const claim = present(byId.get(claimOf.get(id) ?? ""), "every annotation that was found has a claim");
      return { claim, annotation: findVisible(claim, scope, id), version };
    });
    const judged = asked.map((one) => ({ ...one, hindrance: hindranceOf(scope, one, decision) }));
    const given = judged.filter(({ hindrance }) => hindrance === null);
    if (given.length > 0) await decide(tx, scope, given, { decision, reasons: [], comment: "" });
    return {
      given: given.map(({ annotation }) => annotation.id),
      refused: judged.flatMap(({ annotation, hindrance: reason }) =>
        reason ? [{ annotationId: annotation.id, reason }] : [],
      ),
    };
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
    checkVerdict(claim, input.verdict);
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
    await completeWork(tx, scope, [target.claimId], "vote");
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
    checkVerdict(claim, input.verdict);
    const dissent = [
      ...claim.facts.votes,
      ...claim.facts.annotations.map(({ memberId, submittedVerdict }) => ({
        memberId,
        verdict: submittedVerdict ?? "",
      })),
    ].filter(({ verdict }) => verdict !== "" && verdict !== input.verdict);
    await ruleAll(tx, scope, [{ claim, ruling: { ...input, method: "adjudication", dissent } }]);
    return { state: await settle(tx, scope, target.claimId) };
  });
}

/** The claims of these annotations. @throws Refusal not_found */
async function claimsOfAnnotations(
  scope: WorkspaceScope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db().annotation.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: [...ids] } },
    select: { id: true, claimId: true },
  });
  if (rows.length < ids.length) throw new Refusal("not_found", "There is no such annotation here.");
  return new Map(rows.map(({ id, claimId }) => [id, claimId]));
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
