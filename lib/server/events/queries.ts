import "server-only";
import { canSeeEvent, type EventType, type HistoryLine, type LiveMessage } from "@/lib/core/events/event";
import type { ClaimFacts } from "@/lib/core/review/facts";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Prisma } from "@/prisma/client/client";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import type { Page } from "../http/page";
import { viewerOf } from "../review/checks";
import { loadClaim } from "../review/load-facts";

const actorInclude = { actor: { select: { id: true, user: { select: { name: true } } } } } as const;
type EventRow = Prisma.EventGetPayload<{ include: typeof actorInclude }>;

type HistoryQuery = {
  readonly claim?: string | undefined;
  readonly article?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** History, newest first, without the lines that blindness still hides from the caller. */
export async function listHistory(
  actor: Actor,
  target: { readonly workspace: string },
  query: HistoryQuery,
): Promise<Page<HistoryLine>> {
  const scope = await authorize(actor, target.workspace, "history.read");
  const lines: EventRow[] = [];
  let before = query.cursor === undefined ? null : BigInt(query.cursor);
  // Hidden lines are read over until the page is full: a short page, or a cursor that points at one, would tell of them.
  for (;;) {
    const rows = await selectBefore(scope, query, before);
    lines.push(...(await visibleOnly(scope, rows)));
    before = rows.at(-1)?.id ?? null;
    if (lines.length > query.limit || before === null) break;
  }
  const shown = lines.slice(0, query.limit);
  return {
    items: shown.map(toLine),
    nextCursor: lines.length > shown.length ? String(shown.at(-1)?.id) : null,
  };
}

function selectBefore(
  scope: WorkspaceScope,
  query: HistoryQuery,
  before: bigint | null,
): Promise<EventRow[]> {
  return db().event.findMany({
    where: {
      workspaceId: scope.workspaceId,
      ...(query.claim ? { claimId: query.claim } : {}),
      ...(query.article ? { articleId: query.article } : {}),
      ...(before === null ? {} : { id: { lt: before } }),
    },
    orderBy: { id: "desc" },
    take: query.limit + 1,
    include: actorInclude,
  });
}

/** Events after `since`, oldest first, as far as the caller may know of them; for a page that was away. */
export async function listMissed(
  scope: WorkspaceScope,
  articleId: string,
  since: bigint,
): Promise<readonly LiveMessage[]> {
  const rows = await db().event.findMany({
    where: { workspaceId: scope.workspaceId, articleId, id: { gt: since } },
    orderBy: { id: "asc" },
    take: 500,
    include: actorInclude,
  });
  return (await visibleOnly(scope, rows)).map(toMessage);
}

/** One event, if it concerns the article and the caller may know of it. */
export async function findLiveMessage(
  scope: WorkspaceScope,
  articleId: string,
  id: bigint,
): Promise<LiveMessage | null> {
  const row = await db().event.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id }, articleId },
    include: actorInclude,
  });
  const [visible] = row ? await visibleOnly(scope, [row]) : [];
  return visible ? toMessage(visible) : null;
}

async function visibleOnly(scope: WorkspaceScope, rows: readonly EventRow[]): Promise<readonly EventRow[]> {
  const facts = new Map<string, ClaimFacts | null>();
  for (const claimId of new Set(rows.map((row) => row.claimId))) {
    if (claimId) facts.set(claimId, await findFacts(scope, claimId));
  }
  return rows.filter((row) =>
    canSeeEvent(
      { type: row.type as EventType, actorId: row.actorId },
      row.claimId ? (facts.get(row.claimId) ?? null) : null,
      viewerOf(scope),
    ),
  );
}

async function findFacts(scope: WorkspaceScope, claimId: string): Promise<ClaimFacts | null> {
  try {
    return (await loadClaim(db(), scope, claimId)).facts;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function toMessage(row: EventRow): LiveMessage {
  const { type, articleId, claimId, actorId } = row;
  return { id: row.id.toString(), type: type as EventType, articleId, claimId, actorId };
}

function toLine(row: EventRow): HistoryLine {
  return {
    id: row.id.toString(),
    type: row.type as EventType,
    actor: row.actor ? { memberId: row.actor.id, name: row.actor.user.name } : null,
    articleId: row.articleId,
    claimId: row.claimId,
    entityId: row.entityId,
    payload: row.payload as Readonly<Record<string, unknown>>,
    createdAt: row.createdAt.toISOString(),
  };
}
