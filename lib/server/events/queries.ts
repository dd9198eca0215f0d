import "server-only";
import type { ChainVerdict } from "@/lib/core/events/chain";
import {
  ownVersionIn,
  type EventType,
  type HistoryLine,
  type LiveMessage,
  type VerdictChange,
} from "@/lib/core/events/event";
import type { HistoryFilter, HistoryQuery } from "@/lib/core/events/history-query";
import type { Prisma } from "@/prisma/client/client";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import type { Page } from "../http/page";
import { verifyHistory } from "./verify-history";
import type { EventNotice } from "./listener";
import {
  eventInclude,
  isVisibleTo,
  readEvent,
  readVerdictChanges,
  visibleOnly,
  type EventRow,
  type JudgedEvent,
  type VisibleEvent,
} from "./visible";

type HistoryTarget = { readonly workspace: string };

/** History, newest first, without the lines that blindness still hides from the caller. */
export async function listHistory(
  actor: Actor,
  target: HistoryTarget,
  { cursor, limit, ...filter }: HistoryQuery,
): Promise<Page<HistoryLine>> {
  const scope = await authorize(actor, target.workspace, "history.read");
  const events: VisibleEvent[] = [];
  let before = cursor === undefined ? null : BigInt(cursor);
  // Hidden lines are read over until the page is full: a short page, or a cursor that points at one, would tell of them.
  for (;;) {
    const rows = await db().event.findMany({
      where: { AND: [whereOf(scope, filter), before === null ? {} : { id: { lt: before } }] },
      orderBy: { id: "desc" },
      take: limit + 1,
      include: eventInclude,
    });
    events.push(...(await visibleOnly(scope, rows)));
    before = rows.at(-1)?.id ?? null;
    if (events.length > limit || before === null) break;
  }
  const shown = events.slice(0, limit);
  return {
    items: await toLines(scope, shown),
    nextCursor: events.length > shown.length ? String(shown.at(-1)?.row.id) : null,
  };
}

const exportBatch = 500;

/**
 * The whole history that passes the filter, oldest first, in batches; what comes in meanwhile is left out. Nobody's role
 * lifts blindness, also not here.
 * @throws Refusal not_found, forbidden (before the first batch)
 */
export async function exportHistory(
  actor: Actor,
  target: HistoryTarget,
  filter: HistoryFilter,
): Promise<AsyncGenerator<readonly HistoryLine[]>> {
  const scope = await authorize(actor, target.workspace, "history.export");
  const newest = await db().event.aggregate({ where: whereOf(scope, filter), _max: { id: true } });
  return readBatches(scope, filter, newest._max.id ?? 0n);
}

async function* readBatches(
  scope: WorkspaceScope,
  filter: HistoryFilter,
  newest: bigint,
): AsyncGenerator<readonly HistoryLine[]> {
  let after = -1n;
  while (after < newest) {
    const rows = await db().event.findMany({
      where: { AND: [whereOf(scope, filter), { id: { gt: after, lte: newest } }] },
      orderBy: { id: "asc" },
      take: exportBatch,
      include: eventInclude,
    });
    yield await toLines(scope, await visibleOnly(scope, rows));
    after = rows.at(-1)?.id ?? newest;
  }
}

export type ChainCheck =
  | { readonly holds: true }
  | Pick<Extract<ChainVerdict, { holds: false }>, "holds" | "broken" | "number" | "eventId">;

/**
 * Recomputes the whole chain. How many lines it has, and its last hash, are not told here: they would move when a
 * colleague writes what is still blind. `npm run history:verify` prints both.
 * @throws Refusal not_found, forbidden
 */
export async function checkChain(actor: Actor, target: HistoryTarget): Promise<ChainCheck> {
  const { workspaceId } = await authorize(actor, target.workspace, "history.read");
  const verdict = await verifyHistory(workspaceId);
  return verdict.holds ? { holds: true } : verdict;
}

/**
 * What a page that was away may have missed since an event that it has, as far as the caller may know of it, oldest
 * first. Lines are numbered before they are committed: one with a lower number may have come later, so that everything
 * is told again that was not certainly over when that event was written. Twice told does no harm.
 */
export async function listMissed(
  scope: WorkspaceScope,
  articleId: string,
  since: bigint,
): Promise<readonly LiveMessage[]> {
  const { workspaceId } = scope;
  const rows = await db().event.findMany({
    where: { AND: [{ workspaceId, articleId, id: { not: since } }, await afterEvent(workspaceId, since)] },
    orderBy: { id: "asc" },
    take: 500,
    include: eventInclude,
  });
  return (await visibleOnly(scope, rows)).map(({ row }) => toMessage(row, scope));
}

async function afterEvent(workspaceId: string, id: bigint): Promise<Prisma.EventWhereInput> {
  const [last] = await db().$queryRaw<{ horizon: bigint }[]>`
    select horizon from event
    where workspace_id = ${workspaceId}::uuid and id = ${id}
      -- From before a restore into another database, where transactions are counted anew.
      and transaction_id < pg_snapshot_xmax(pg_current_snapshot())::text::bigint`;
  return last ? { transaction: { gte: last.horizon } } : { id: { gt: id } };
}

const beingTold = new WeakMap<EventNotice, Promise<JudgedEvent | null>>();

/**
 * The event of a notice, if it concerns the article and the caller may know of it. However many listen in this process,
 * it is read once for all of them, when the first one asks; each is judged on their own.
 */
export async function findLiveMessage(
  scope: WorkspaceScope,
  articleId: string,
  notice: EventNotice,
): Promise<LiveMessage | null> {
  const { workspaceId, id } = notice;
  if (workspaceId !== scope.workspaceId) return null;
  const reading = beingTold.get(notice) ?? readEvent(workspaceId, id);
  beingTold.set(notice, reading);
  const event = await reading;
  if (event?.row.articleId !== articleId || !isVisibleTo(scope, event)) return null;
  return toMessage(event.row, scope);
}

const dayMs = 86_400_000;

function whereOf({ workspaceId }: WorkspaceScope, filter: HistoryFilter): Prisma.EventWhereInput {
  const { member, type, article, claim, from, to } = filter;
  return {
    workspaceId,
    ...(member ? { actorId: member } : {}),
    ...(type ? { type } : {}),
    ...(article ? { articleId: article } : {}),
    ...(claim ? { claimId: claim } : {}),
    createdAt: {
      ...(from ? { gte: new Date(from) } : {}),
      ...(to ? { lt: new Date(Date.parse(to) + dayMs) } : {}),
    },
  };
}

function toMessage(row: EventRow, { memberId }: WorkspaceScope): LiveMessage {
  const { articleId, actorId } = row;
  const type = row.type as EventType;
  // Claims come and go by it, and others have new numbers: it concerns the whole article.
  const claimId = type === "claim.refitted" ? null : row.claimId;
  const ownVersion = ownVersionIn({ type, actorId, payload: row.payload }, memberId);
  return { id: row.id.toString(), type, articleId, claimId, actorId, ownVersion };
}

async function toLines(
  scope: WorkspaceScope,
  events: readonly VisibleEvent[],
): Promise<readonly HistoryLine[]> {
  const verdicts = await readVerdictChanges(scope, events);
  return events.map(({ row }) => toLine(row, verdicts.get(row.id) ?? null));
}

function toLine(row: EventRow, verdicts: VerdictChange | null): HistoryLine {
  return {
    id: row.id.toString(),
    type: row.type as EventType,
    actor: row.actor ? { memberId: row.actor.id, name: row.actor.user.name } : null,
    articleId: row.articleId,
    claimId: row.claimId,
    entityId: row.entityId,
    payload: row.payload as Readonly<Record<string, unknown>>,
    createdAt: row.createdAt.toISOString(),
    articleTitle: row.article?.title ?? null,
    claimOrdinal: row.claim?.ordinal ?? null,
    verdicts,
  };
}
