import "server-only";
import type { NewEvent } from "@/lib/core/events/event";
import { present } from "@/lib/core/shared/assert";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { liveChannel } from "./live-channel";

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

/**
 * Writes several lines at once, in this order, and tells whoever listens of them, once they are committed: open pages by a
 * notice, and every webhook that has asked for such an event by a delivery with its job. One statement, in the
 * transaction of the change. @returns their numbers
 */
export async function recordAll(tx: Tx, doer: Doer, events: readonly NewEvent[]): Promise<readonly bigint[]> {
  if (events.length === 0) return [];
  const lines = await tx.$queryRaw<{ id: bigint }[]>`/* plan: lines of history */
    with line as (
      insert into event (workspace_id, type, actor_id, article_id, claim_id, entity_id, payload, request_id, created_at)
      select ${doer.workspaceId}::uuid, type, ${doer.memberId}::uuid, article_id, claim_id, entity_id, payload::jsonb,
        ${doer.requestId}::text, ${new Date()}::timestamptz
      from unnest(${events.map(({ type }) => type)}::text[],
        ${events.map(({ articleId }) => articleId ?? null)}::uuid[],
        ${events.map(({ claimId }) => claimId ?? null)}::uuid[],
        ${events.map(({ entityId }) => entityId)}::uuid[],
        ${events.map(({ payload }) => JSON.stringify(payload))}::text[])
        with ordinality happened (type, article_id, claim_id, entity_id, payload, place)
      order by place
      returning workspace_id, id, type),
    delivery as (
      insert into webhook_delivery (workspace_id, webhook_id, event_id, event_type)
      select w.workspace_id, w.id, line.id, line.type
      from webhook w
      join line on line.workspace_id = w.workspace_id and line.type = any(w.events)
      where w.disabled_at is null and w.removed_at is null
      returning workspace_id, id),
    job as (
      select count(graphile_worker.add_job('webhook.deliver',
        json_build_object('workspaceId', workspace_id, 'deliveryId', id), job_key => id::text)) as made
      from delivery)
    select id, made, pg_notify(${liveChannel},
      json_build_object('workspaceId', workspace_id, 'id', id::text, 'type', type)::text)::text
    from line, job
    order by id`;
  return lines.map(({ id }) => id);
}
