import "server-only";
import type { ImportedAnnotation } from "@/lib/core/formats/checked-article";
import { canonicalUrl, type SourceInput } from "@/lib/core/sources/source";
import { present } from "@/lib/core/shared/assert";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { newId } from "../db/new-id";
import { by, recordAll } from "../events/record";
import { settleAll } from "../review/settle";

/**
 * Writes what a file says of an article's claims as submitted annotations of whoever brings it in, for a colleague to
 * review; words that are no claim of their own yet become part claims. The article was inserted in this transaction.
 */
export async function keepAnnotations(
  tx: Tx,
  scope: WorkspaceScope,
  articleId: string,
  annotations: readonly ImportedAnnotation[],
): Promise<void> {
  if (annotations.length === 0) return;
  const { workspaceId, memberId } = scope;
  const claimIds = await findClaims(tx, scope, articleId, annotations);
  const sourceIds = await findSources(tx, scope, annotations);
  const rows = annotations.map((annotation) => ({
    annotation,
    claimId: present(claimIds.get(spanOf(annotation)), "every annotation has its claim"),
    at: { workspaceId, annotationId: newId(), version: 1 },
  }));
  await tx.annotation.createMany({
    data: rows.map(({ claimId, at: { annotationId: id } }) => ({
      ...{ workspaceId, id, claimId, memberId, version: 1, submittedVersion: 1 },
    })),
  });
  await tx.annotationVersion.createMany({
    data: rows.map(({ at, annotation: { verdict, rationale } }) => ({
      ...{ ...at, baseVersion: 0, verdict, rationale, confidence: null, submitted: true },
    })),
  });
  await tx.citation.createMany({
    data: rows.flatMap(({ at, annotation }) =>
      annotation.citations.map(({ source, ...citation }, position) => ({
        ...{ ...at, ...citation, position },
        sourceId: present(sourceIds.get(markOf(source)), "every source has been kept"),
      })),
    ),
  });
  await tx.searchEntry.createMany({
    data: rows.flatMap(({ at, annotation: { searches } }) =>
      searches.map((search, position) => ({ ...at, ...search, position, useful: false })),
    ),
  });
  await recordAll(
    tx,
    by(scope),
    rows.map(({ claimId, at: { annotationId } }) => ({
      type: "annotation.submitted" as const,
      payload: { annotationId, version: 1 },
      entityId: annotationId,
      articleId,
      claimId,
    })),
  );
  await settleAll(
    tx,
    scope,
    rows.map(({ claimId }) => claimId),
  );
}

const spanOf = ({ start, end }: { readonly start: number; readonly end: number }) => `${start} ${end}`;

/** The claims that the annotations are about, by span. Standalone wordings are put down with them. */
async function findClaims(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  articleId: string,
  annotations: readonly ImportedAnnotation[],
): Promise<ReadonlyMap<string, string>> {
  const { text, claims } = await tx.revision.findFirstOrThrow({
    where: { workspaceId, articleId },
    select: { text: true, claims: { orderBy: { start: "asc" } } },
  });
  const known = new Map(claims.map((claim) => [spanOf(claim), claim.id]));
  const [home] = claims;
  const fresh = annotations.filter((annotation) => !known.has(spanOf(annotation)));
  if (home && fresh.length > 0) {
    const { revisionId, scaleId } = home;
    const made = await tx.claim.createManyAndReturn({
      data: fresh.map(({ start, end }) => ({
        ...{ workspaceId, articleId, revisionId, scaleId, kind: "part" as const, start, end },
        ordinal: claims.findLast((claim) => claim.start <= start)?.ordinal ?? 1,
        text: text.slice(start, end),
      })),
      select: { id: true, start: true, end: true },
    });
    for (const claim of made) known.set(spanOf(claim), claim.id);
  }
  for (const annotation of annotations) {
    const { wording } = annotation;
    if (wording === null) continue;
    await tx.claim.updateMany({
      where: { workspaceId, id: known.get(spanOf(annotation)) ?? "" },
      data: { wording },
    });
  }
  return known;
}

/** What makes two citations cite one source: its address, or without one all that is said of it. */
function markOf({ url, title, publisher, author, publishedOn }: SourceInput): string {
  return url ? canonicalUrl(url) : JSON.stringify([title, publisher, author, publishedOn]);
}

/** The sources that are cited, by their mark: those that the library has, and the others added to it. */
async function findSources(
  tx: Tx,
  scope: WorkspaceScope,
  annotations: readonly ImportedAnnotation[],
): Promise<ReadonlyMap<string, string>> {
  const { workspaceId, memberId } = scope;
  const wanted = new Map(
    annotations.flatMap(({ citations }) => citations.map(({ source }) => [markOf(source), source] as const)),
  );
  const addresses = [...wanted.values()].flatMap(({ url }) => (url ? [canonicalUrl(url)] : []));
  const rows = await tx.source.findMany({
    where: { workspaceId, canonicalUrl: { in: addresses } },
    select: { id: true, canonicalUrl: true },
  });
  const known = new Map(rows.map(({ id, canonicalUrl: mark }) => [mark ?? "", id]));
  const fresh = [...wanted]
    .filter(([mark]) => !known.has(mark))
    .map(([mark, { url, title, publisher, author, publishedOn, medium }]) => ({
      mark,
      data: {
        ...{ workspaceId, id: newId(), title, medium, createdById: memberId },
        canonicalUrl: url ? canonicalUrl(url) : null,
        publisher: publisher ?? null,
        author: author ?? null,
        publishedOn: publishedOn ?? null,
      },
    }));
  await tx.source.createMany({ data: fresh.map(({ data }) => data) });
  await recordAll(
    tx,
    by(scope),
    fresh.map(({ data: { id, title } }) => ({
      type: "source.added" as const,
      payload: { title },
      entityId: id,
    })),
  );
  for (const { mark, data } of fresh) known.set(mark, data.id);
  return known;
}
