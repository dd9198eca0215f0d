import "server-only";
import type { AnnotationInput } from "@/lib/core/annotations/annotation";
import { endsStaleness } from "@/lib/core/review/staleness";
import { Refusal } from "@/lib/core/shared/refusal";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { by, recordAll } from "../events/record";
import type { LoadedClaim } from "../review/load-facts";
import { carryChecks } from "../sources/carry-checks";

/** What is to be written on top of an annotation's `version`, which is 0 where there is none yet. */
export type NextVersion = {
  readonly claim: LoadedClaim;
  readonly id: string;
  readonly version: number;
  readonly input: AnnotationInput;
};

type Written = { readonly annotationId: string; readonly version: number; readonly next: NextVersion };

/** The next versions of annotations, in as many statements as one needs. The caller has locked their claims. */
export async function writeVersions(
  tx: Tx,
  scope: WorkspaceScope,
  annotations: readonly NextVersion[],
): Promise<void> {
  const written = annotations.map((next) => ({ annotationId: next.id, version: next.version + 1, next }));
  await Promise.all([
    advance(tx, scope, written),
    recordAll(
      tx,
      by(scope),
      written.map(({ annotationId, version, next: { claim, input } }) => ({
        type: input.submit ? ("annotation.submitted" as const) : ("annotation.saved" as const),
        payload: { annotationId, version },
        entityId: annotationId,
        articleId: claim.row.articleId,
        claimId: claim.row.id,
      })),
    ),
  ]);
  await writeContents(tx, scope, written);
  for (const { annotationId, next } of written) {
    if (next.input.submit && endsStaleness(next.claim.facts, scope.memberId))
      await judgeAnew(tx, scope, next.claim, annotationId);
  }
}

/**
 * Begins annotations or moves them to their next version by compare-and-set, and writes what the versions say: one
 * statement. The unique key refuses a second first version.
 */
async function advance(
  tx: Tx,
  { workspaceId, memberId }: WorkspaceScope,
  written: readonly Written[],
): Promise<void> {
  const column = <T>(value: (one: Written) => T): T[] => written.map(value);
  const now = new Date();
  const moved = await tx.$executeRaw`/* plan: versions of annotations */
    with made as (
      select *
      from unnest(${column(({ annotationId }) => annotationId)}::uuid[],
        ${column(({ next }) => next.claim.row.id)}::uuid[], ${column(({ next }) => next.version)}::int[],
        ${column(({ next }) => next.input.submit)}::bool[], ${column(({ next }) => next.input.verdict)}::text[],
        ${column(({ next }) => next.input.rationale)}::text[],
        ${column(({ next }) => next.input.confidence ?? null)}::int[],
        ${column(({ next }) => next.input.noSourceFound)}::bool[])
        given (id, claim_id, base, submitted, verdict, rationale, confidence, no_source_found)),
    begun as (
      insert into annotation (workspace_id, id, claim_id, member_id, version, submitted_version, created_at)
      select ${workspaceId}::uuid, id, claim_id, ${memberId}::uuid, 1, case when submitted then 1 end,
        ${now}::timestamptz
      from made
      where base = 0
      returning id),
    moved as (
      update annotation a
      set version = a.version + 1,
        submitted_version = case when made.submitted then a.version + 1 else a.submitted_version end
      from made
      where a.workspace_id = ${workspaceId}::uuid and a.id = made.id and a.version = made.base and made.base > 0
      returning a.id)
    insert into annotation_version (workspace_id, annotation_id, version, base_version, verdict, rationale, confidence,
      no_source_found, submitted, created_at)
    select ${workspaceId}::uuid, id, base + 1, base, verdict, rationale, confidence, no_source_found, submitted,
      ${now}::timestamptz
    from made
    where id in (select id from begun union all select id from moved)`;
  if (moved < written.length)
    throw new Refusal("conflict", "The annotation was saved elsewhere at the same moment.");
}

/**
 * The changed words are judged: the claim is on its path again with what was submitted on them. What was ruled and
 * submitted on the words before stays on record, and counts no more.
 */
async function judgeAnew(
  tx: Tx,
  scope: WorkspaceScope,
  { row: { id: claimId }, facts: { policy } }: LoadedClaim,
  annotationId: string,
): Promise<void> {
  const { workspaceId } = scope;
  await tx.claim.update({
    where: { workspaceId_id: { workspaceId, id: claimId } },
    data: { staleAt: null, judgedText: null },
  });
  if (policy.kind === "double_blind") {
    await tx.annotation.updateMany({ where: { workspaceId, claimId }, data: { setAsideVersion: null } });
  } else {
    await tx.annotation.updateMany({
      where: { workspaceId, claimId, id: { not: annotationId } },
      data: { submittedVersion: null },
    });
  }
  await tx.ruling.updateMany({
    where: { workspaceId, claimId, supersededAt: null },
    data: { supersededAt: new Date() },
  });
}

/** The citations and searches of the versions. */
async function writeContents(tx: Tx, scope: WorkspaceScope, written: readonly Written[]): Promise<void> {
  const { workspaceId } = scope;
  const citing = written.filter(({ next }) => next.input.citations.length > 0);
  if (citing.length > 0) {
    await tx.citation.createMany({ data: citing.flatMap((one) => citationsOf(workspaceId, one)) });
    await carryChecks(
      tx,
      scope,
      citing.map(({ annotationId, version }) => ({ annotationId, version })),
    );
  }
  const searches = written.flatMap((one) => searchesOf(workspaceId, one));
  if (searches.length > 0) await tx.searchEntry.createMany({ data: searches });
}

function citationsOf(workspaceId: string, { annotationId, version, next }: Written) {
  return next.input.citations.map((citation, position) => ({
    workspaceId,
    annotationId,
    version,
    position,
    sourceId: citation.sourceId,
    stance: citation.stance,
    quote: citation.quote,
    locator: citation.locator ?? null,
    accessedOn: citation.accessedOn ?? null,
    archivedUrl: citation.archivedUrl ?? null,
  }));
}

function searchesOf(workspaceId: string, { annotationId, version, next }: Written) {
  return next.input.searches.map(({ query, place, searchedOn, sought, useful, outcome }, position) => ({
    workspaceId,
    annotationId,
    version,
    position,
    query,
    place,
    searchedOn: searchedOn ?? null,
    sought: sought ?? null,
    useful: useful ?? false,
    outcome,
  }));
}
