import "server-only";
import type { NewEvent } from "@/lib/core/events/event";
import { present } from "@/lib/core/shared/assert";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { announceEvents } from "../webhooks/outbox";

/** Writes one line of history in the transaction of the change; PostgreSQL tells listeners when it commits. @returns its number */
export async function record(tx: Tx, scope: WorkspaceScope, event: NewEvent): Promise<bigint> {
  const [id] = await recordAll(tx, by(scope), [event]);
  return present(id, "an event that was written has a number");
}

/** Whose doing it is; what happens by the clock is written on the account of whom it concerns. */
export type Doer = {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly requestId: string | null;
};

export function by(scope: WorkspaceScope): Doer {
  return { workspaceId: scope.workspaceId, memberId: scope.memberId, requestId: scope.actor.requestId };
}

/** Writes several lines at once, in this order. @returns their numbers */
export async function recordAll(tx: Tx, doer: Doer, events: readonly NewEvent[]): Promise<readonly bigint[]> {
  const rows = await tx.event.createManyAndReturn({
    data: events.map((event) => ({
      workspaceId: doer.workspaceId,
      type: event.type,
      actorId: doer.memberId,
      articleId: event.articleId ?? null,
      claimId: event.claimId ?? null,
      entityId: event.entityId,
      payload: event.payload,
      requestId: doer.requestId,
    })),
    select: { id: true, type: true },
  });
  await announceEvents(tx, doer.workspaceId, rows);
  return rows.map(({ id }) => id);
}
