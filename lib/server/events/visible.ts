import "server-only";
import { asksForFacts, canSeeEvent, type EventType, type VerdictChange } from "@/lib/core/events/event";
import type { ClaimFacts } from "@/lib/core/review/facts";
import { isRevealed, sightOf } from "@/lib/core/review/visibility";
import type { Prisma } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";
import { db } from "../db/client";
import { viewerOf } from "../review/checks";
import { findClaims } from "../review/load-facts";

export const eventInclude = {
  actor: { select: { id: true, user: { select: { name: true } } } },
  article: { select: { title: true } },
  claim: { select: { ordinal: true } },
} as const satisfies Prisma.EventInclude;
export type EventRow = Prisma.EventGetPayload<{ include: typeof eventInclude }>;

/** What happens in the library, which does not tell who is at work on what. */
const libraryEvents: ReadonlySet<string> = new Set<EventType>(["source.added", "source.kept"]);

type Reader = Pick<WorkspaceScope, "workspaceId" | "memberId" | "role">;

export type VisibleEvent = { readonly row: EventRow; readonly facts: ClaimFacts | null };

/** Those of the events that the caller may learn of, each with where its claim stands. A handful of queries for all. */
export async function visibleOnly(
  scope: Reader,
  rows: readonly EventRow[],
): Promise<readonly VisibleEvent[]> {
  return (await readCircumstances(scope, rows)).filter((event) => isVisibleTo(scope, event));
}

/** An event with all that decides who may learn of it; the same for every reader. */
export type JudgedEvent = VisibleEvent & { readonly isHiddenSource: boolean };

/** What decides who may learn of these events, as it stands now. */
async function readCircumstances(
  desk: Pick<Reader, "workspaceId">,
  rows: readonly EventRow[],
): Promise<readonly JudgedEvent[]> {
  const asking = rows.filter((row) => asksForFacts(row.type as EventType));
  const claimIds = [...new Set(asking.flatMap((row) => row.claimId ?? []))];
  const claims = claimIds.length > 0 ? await findClaims(db(), desk, claimIds) : new Map<string, never>();
  const usedSources = await findUsedSources(desk, rows);
  return rows.map((row) => ({
    row,
    facts: (row.claimId ? claims.get(row.claimId)?.facts : null) ?? null,
    isHiddenSource: libraryEvents.has(row.type) && !usedSources.has(row.entityId),
  }));
}

/** Whether this reader may learn of the event. */
export function isVisibleTo(reader: Reader, { row, facts, isHiddenSource }: JudgedEvent): boolean {
  if (isHiddenSource && row.actorId !== reader.memberId) return false;
  return canSeeEvent({ type: row.type as EventType, actorId: row.actorId }, facts, viewerOf(reader));
}

/** One event of a desk with what decides who may learn of it; null where there is none. */
export async function readEvent(workspaceId: string, id: bigint): Promise<JudgedEvent | null> {
  const row = await db().event.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    include: eventInclude,
  });
  const [judged] = row ? await readCircumstances({ workspaceId }, [row]) : [];
  return judged ?? null;
}

/**
 * Sources that stand in an annotation which lies open. That a colleague has just put one into the library would tell, at
 * a desk that checks one article double-blind, that they are at work on it: the line turns up with their annotation.
 */
async function findUsedSources(
  { workspaceId }: Pick<Reader, "workspaceId">,
  rows: readonly EventRow[],
): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap((row) => (libraryEvents.has(row.type) ? [row.entityId] : []));
  if (ids.length === 0) return new Set();
  const used = await db().$queryRaw<{ id: string }[]>`
    select distinct k.source_id as id
    from citation k
    join annotation a on a.workspace_id = k.workspace_id and a.id = k.annotation_id
    join annotation_version v on v.workspace_id = k.workspace_id and v.annotation_id = k.annotation_id
      and v.version = k.version and v.submitted
    join claim c on c.workspace_id = a.workspace_id and c.id = a.claim_id
    join article ar on ar.workspace_id = c.workspace_id and ar.id = c.article_id
    join policy p on p.workspace_id = ar.workspace_id and p.id = ar.policy_id
    where k.workspace_id = ${workspaceId}::uuid and k.source_id = any(${ids}::uuid[])
      and (p.kind <> 'double_blind' or p.annotations <= (
        select count(*) from annotation o
        where o.workspace_id = c.workspace_id and o.claim_id = c.id and o.submitted_version is not null))`;
  return new Set(used.map(({ id }) => id));
}

/** Somebody who annotates nothing and gives no work out: what they may learn of, everybody at the desk may who checks. */
const outsider = { memberId: "00000000-0000-0000-0000-000000000000", role: "reviewer" } as const;

/** The event, if it may be told to what is outside of every pair; null if not, or if there is none. */
export async function visibleToOutsiders(workspaceId: string, id: bigint): Promise<EventRow | null> {
  const event = await readEvent(workspaceId, id);
  return event && isVisibleTo({ workspaceId, ...outsider }, event) ? event.row : null;
}

type AnnotationPayload = { readonly annotationId: string; readonly version: number };

/** What each saved annotation among these says, and said before, where the caller may see it. By event id. */
export async function readVerdictChanges(
  scope: WorkspaceScope,
  events: readonly VisibleEvent[],
): Promise<ReadonlyMap<bigint, VerdictChange>> {
  const open = events.filter((event) => isOpenAnnotation(scope, event));
  const ids = open.map(({ row }) => (row.payload as AnnotationPayload).annotationId);
  const versions = await db().annotationVersion.findMany({
    where: { workspaceId: scope.workspaceId, annotationId: { in: [...new Set(ids)] } },
    orderBy: { version: "asc" },
    select: { annotationId: true, version: true, verdict: true, submitted: true },
  });
  return new Map(
    open.flatMap(({ row }) => {
      const { annotationId, version } = row.payload as AnnotationPayload;
      const seen = versions.filter(
        (one) => one.annotationId === annotationId && (row.actorId === scope.memberId || one.submitted),
      );
      const at = seen.findIndex((one) => one.version === version);
      const [before, after] = [seen[at - 1], seen[at]];
      return after ? [[row.id, { before: before?.verdict ?? null, after: after.verdict }] as const] : [];
    }),
  );
}

/** One's own annotation, or one that is seen in full; what a colleague has not submitted is seen by nobody else. */
function isOpenAnnotation(scope: WorkspaceScope, { row, facts }: VisibleEvent): boolean {
  if (row.type !== "annotation.saved" && row.type !== "annotation.submitted") return false;
  if (row.actorId === scope.memberId) return true;
  const { annotationId } = row.payload as AnnotationPayload;
  const annotation = facts?.annotations.find(({ id }) => id === annotationId);
  return (
    facts !== null &&
    annotation !== undefined &&
    isRevealed(facts) &&
    sightOf(facts, annotation, viewerOf(scope)) === "full"
  );
}
