import "server-only";
import type { ReviewInput } from "@/lib/core/annotations/annotation";
import type { ClaimState } from "@/lib/core/claims/claim";
import type { AnnotationFacts } from "@/lib/core/review/facts";
import { isLegal } from "@/lib/core/review/steps";
import { present } from "@/lib/core/shared/assert";
import { completeWork } from "../assignments/places";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { by, recordAll } from "../events/record";
import { viewerOf } from "./checks";
import type { LoadedClaim } from "./load-facts";
import { notify } from "../notifications/notify";
import { settleAll } from "./settle";

export type Decided = {
  readonly claim: LoadedClaim;
  readonly annotation: AnnotationFacts;
  /** The version that the reviewer saw. */
  readonly version: number;
};

export type Hindrance = "stale" | "not_possible";

/** Why this decision cannot be taken now; null when it can. */
export function hindranceOf(
  scope: WorkspaceScope,
  { claim, annotation, version }: Decided,
  decision: ReviewInput["decision"],
): Hindrance | null {
  if (annotation.submittedVersion !== version) return "stale";
  const step = { kind: decision, annotationId: annotation.id };
  return isLegal(claim.facts, viewerOf(scope), step) ? null : "not_possible";
}

/**
 * Writes one decision on annotations of claims that are locked, and settles the claims. @returns the states of the claims
 */
export async function decide(
  tx: Tx,
  scope: WorkspaceScope,
  decided: readonly Decided[],
  { decision, reasons, comment }: Omit<ReviewInput, "version">,
): Promise<ReadonlyMap<string, ClaimState>> {
  const { workspaceId, memberId: reviewerId } = scope;
  const rows = await tx.review.createManyAndReturn({
    data: decided.map(({ claim, annotation, version }) => ({
      workspaceId,
      claimId: claim.row.id,
      annotationId: annotation.id,
      version,
      authorId: annotation.memberId,
      reviewerId,
      decision,
      reasons: [...reasons],
      comment,
    })),
    select: { id: true, claimId: true, annotationId: true, version: true },
  });
  const claimOf = new Map(decided.map(({ claim }) => [claim.row.id, claim]));
  await recordAll(
    tx,
    by(scope),
    rows.map(({ id: entityId, claimId, annotationId, version }) => ({
      type: "review.given" as const,
      payload: { annotationId, version, decision },
      entityId,
      claimId,
      articleId: present(claimOf.get(claimId), "a review is of a claim that was decided on").row.articleId,
    })),
  );
  const claimIds = [...claimOf.keys()];
  if (decision !== "comment" && decision !== "withdraw") await completeWork(tx, scope, claimIds, "review");
  if (decision === "request_changes") await tellAuthors(tx, scope, decided);
  return settleAll(tx, scope, claimIds);
}

async function tellAuthors(tx: Tx, scope: WorkspaceScope, decided: readonly Decided[]): Promise<void> {
  const news = decided.map(({ claim, annotation }) => ({
    kind: "changes_requested" as const,
    memberId: annotation.memberId,
    articleId: claim.row.articleId,
    claimId: claim.row.id,
  }));
  await notify(tx, scope, news);
}
