import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Approvable } from "@/lib/core/annotations/annotation";
import { legalSteps } from "@/lib/core/review/steps";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { viewerOf } from "./checks";
import { loadClaims, type LoadedClaim } from "./load-facts";

/** As many as one batch takes. */
const most = 500;

/**
 * The annotations of an article that the caller may approve now, one a claim, in the order of the text: at most 500,
 * those that follow come up when these are done.
 */
export async function listApprovable(
  actor: Actor,
  target: { readonly workspace: string; readonly articleId: string },
): Promise<readonly Approvable[]> {
  const scope = await authorize(actor, target.workspace, "annotation.review");
  const { workspaceId } = scope;
  const here = await db().article.count({ where: { workspaceId, id: target.articleId, deletedAt: null } });
  if (here === 0) throw new Refusal("not_found", "There is no such article here.");
  const waiting = await db().claim.findMany({
    where: {
      workspaceId,
      articleId: target.articleId,
      deletedAt: null,
      // Where somebody has asked for changes, nobody approves over their head in a batch.
      state: { in: ["submitted", "in_review"] },
      annotations: { some: { submittedVersion: { not: null }, memberId: { not: scope.memberId } } },
    },
    orderBy: [{ ordinal: "asc" }, { start: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true },
  });
  const claims = await loadClaims(
    db(),
    scope,
    waiting.map(({ id }) => id),
  );
  const found = claims.flatMap((claim) => firstApprovable(scope, claim) ?? []);
  const members = await db().member.findMany({
    where: { workspaceId, id: { in: found.map(({ memberId }) => memberId) } },
    select: { id: true, user: { select: { name: true } } },
  });
  const nameOf = new Map(members.map(({ id, user }) => [id, user.name]));
  return found.map(({ memberId, ...rest }) => ({
    ...rest,
    author: { memberId, name: nameOf.get(memberId) ?? "" },
  }));
}

function firstApprovable(scope: WorkspaceScope, { row, facts }: LoadedClaim) {
  const step = legalSteps(facts, viewerOf(scope)).find(({ kind }) => kind === "approve");
  const annotation = facts.annotations.find(
    ({ id }) => step && "annotationId" in step && id === step.annotationId,
  );
  if (!annotation?.submittedVersion || annotation.submittedVerdict === null) return null;
  const { id: annotationId, memberId, submittedVersion: version, submittedVerdict: verdict } = annotation;
  return { claimId: row.id, annotationId, version, verdict, memberId };
}
