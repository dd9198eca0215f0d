import "server-only";
import type { AnnotationInput } from "@/lib/core/annotations/annotation";
import { endsStaleness } from "@/lib/core/review/staleness";
import { present } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { by, recordAll } from "../events/record";
import type { LoadedClaim } from "../review/load-facts";
import { carryChecks } from "../sources/carry-checks";

/** What is to be written on top of an annotation's `version`; `id` is null where there is none yet. */
export type NextVersion = {
  readonly claim: LoadedClaim;
  readonly id: string | null;
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
  const ids = await createFirst(
    tx,
    scope,
    annotations.filter(({ id }) => id === null),
  );
  await advance(
    tx,
    scope,
    annotations.filter(({ id }) => id !== null),
  );
  const written = annotations.map((next): Written => {
    const annotationId = next.id ?? present(ids.get(next.claim.row.id), "a first version was made");
    return { annotationId, version: next.version + 1, next };
  });
  await writeContents(tx, scope, written);
  for (const { annotationId, next } of written) {
    if (next.input.submit && endsStaleness(next.claim.facts, scope.memberId))
      await judgeAnew(tx, scope, next.claim, annotationId);
  }
  await recordAll(
    tx,
    by(scope),
    written.map(({ annotationId, version, next: { claim, input } }) => ({
      type: input.submit ? ("annotation.submitted" as const) : ("annotation.saved" as const),
      payload: { annotationId, version },
      entityId: annotationId,
      articleId: claim.row.articleId,
      claimId: claim.row.id,
    })),
  );
}

/** The unique key refuses a second first version. @returns the annotations' ids by claim */
async function createFirst(
  tx: Tx,
  { workspaceId, memberId }: WorkspaceScope,
  first: readonly NextVersion[],
): Promise<ReadonlyMap<string, string>> {
  if (first.length === 0) return new Map();
  const rows = await tx.annotation.createManyAndReturn({
    data: first.map(({ claim, input }) => ({
      workspaceId,
      claimId: claim.row.id,
      memberId,
      version: 1,
      submittedVersion: input.submit ? 1 : null,
    })),
    select: { id: true, claimId: true },
  });
  return new Map(rows.map(({ id, claimId }) => [claimId, id]));
}

/** Moves annotations to their next version by compare-and-set. */
async function advance(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  annotations: readonly NextVersion[],
): Promise<void> {
  if (annotations.length === 0) return;
  const moved = await tx.$executeRaw`
    update annotation a
    set version = a.version + 1,
      submitted_version = case when made.submitted then a.version + 1 else a.submitted_version end
    from unnest(${annotations.map(({ id }) => id)}::uuid[], ${annotations.map(({ version }) => version)}::int[],
      ${annotations.map(({ input }) => input.submit)}::bool[]) made (id, version, submitted)
    where a.workspace_id = ${workspaceId}::uuid and a.id = made.id and a.version = made.version`;
  if (moved < annotations.length)
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

async function writeContents(tx: Tx, scope: WorkspaceScope, written: readonly Written[]): Promise<void> {
  const { workspaceId } = scope;
  await tx.annotationVersion.createMany({
    data: written.map(({ annotationId, version, next: { input } }) => ({
      workspaceId,
      annotationId,
      version,
      baseVersion: version - 1,
      verdict: input.verdict,
      rationale: input.rationale,
      confidence: input.confidence ?? null,
      noSourceFound: input.noSourceFound,
      submitted: input.submit,
    })),
  });
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
