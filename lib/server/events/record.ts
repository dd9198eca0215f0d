import "server-only";
import type { NewEvent } from "@/lib/core/events/event";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

export const liveChannel = "assay_events";

/** Writes one line of history in the transaction of the change; PostgreSQL tells listeners when it commits. */
export async function record(tx: Tx, scope: WorkspaceScope, event: NewEvent): Promise<void> {
  const { id } = await tx.event.create({
    data: {
      workspaceId: scope.workspaceId,
      type: event.type,
      actorId: scope.memberId,
      articleId: event.articleId ?? null,
      claimId: event.claimId ?? null,
      entityId: event.entityId,
      payload: event.payload,
      requestId: scope.actor.requestId,
    },
    select: { id: true },
  });
  const notice = JSON.stringify({ workspaceId: scope.workspaceId, id: id.toString() });
  await tx.$executeRaw`select pg_notify(${liveChannel}, ${notice})`;
}
