import "server-only";
import type { AnnotationContent, Person } from "@/lib/core/annotations/annotation";
import { sightOf } from "@/lib/core/review/visibility";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { viewerOf } from "../review/checks";
import { loadClaim } from "../review/load-facts";
import { toContent, versionInclude } from "./rows";

export type AnnotationVersion = {
  readonly annotationId: string;
  readonly claimId: string;
  readonly author: Person;
  readonly version: number;
  /** The version before it, of those that the caller may see. */
  readonly previous: number | null;
  readonly createdAt: string;
  readonly content: AnnotationContent;
};

/**
 * One version of an annotation as it was: all of one's own, of colleagues' those that were submitted, once they lie open.
 * @throws Refusal not_found, also for what is hidden
 */
export async function getAnnotationVersion(
  actor: Actor,
  target: { readonly workspace: string; readonly annotationId: string; readonly version: number },
): Promise<AnnotationVersion> {
  const scope = await authorize(actor, target.workspace, "annotation.read");
  const { annotationId, version } = target;
  const row = await db().annotationVersion.findUnique({
    where: { workspaceId_annotationId_version: { workspaceId: scope.workspaceId, annotationId, version } },
    include: {
      ...versionInclude,
      annotation: { include: { member: { select: { id: true, user: { select: { name: true } } } } } },
    },
  });
  if (!row) throw new Refusal("not_found", missing);
  const { facts } = await loadClaim(db(), scope, row.annotation.claimId);
  const annotation = facts.annotations.find(({ id }) => id === annotationId);
  const isOwn = row.annotation.memberId === scope.memberId;
  if (!annotation || sightOf(facts, annotation, viewerOf(scope)) !== "full" || !(isOwn || row.submitted)) {
    throw new Refusal("not_found", missing);
  }
  const { member, claimId } = row.annotation;
  const before = await db().annotationVersion.findFirst({
    where: {
      workspaceId: scope.workspaceId,
      annotationId,
      version: { lt: version },
      ...(isOwn ? {} : { submitted: true }),
    },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  return {
    annotationId,
    claimId,
    author: { memberId: member.id, name: member.user.name },
    version,
    previous: before?.version ?? null,
    createdAt: row.createdAt.toISOString(),
    content: toContent(row),
  };
}

const missing = "There is no such version of an annotation here.";
