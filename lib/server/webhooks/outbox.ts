import "server-only";
import { liveChannel } from "../events/live-channel";
import type { Tx } from "../db/client";

/**
 * Tells whoever listens of new lines of history, once they are committed: open pages by a notice, and every webhook
 * that has asked for such an event by a delivery with its job. One statement, in the transaction of the change; for a
 * desk without webhooks it writes nothing.
 */
export async function announceEvents(
  tx: Tx,
  workspaceId: string,
  events: readonly { readonly id: bigint; readonly type: string }[],
): Promise<void> {
  const ids = events.map(({ id }) => id);
  const types = events.map(({ type }) => type);
  const notices = events.map(({ id, type }) => JSON.stringify({ workspaceId, id: id.toString(), type }));
  await tx.$executeRaw`
    with made as (
      insert into webhook_delivery (workspace_id, webhook_id, event_id, event_type)
      select w.workspace_id, w.id, e.id, e.type
      from webhook w
      join unnest(${ids}::bigint[], ${types}::text[]) e (id, type) on e.type = any(w.events)
      where w.workspace_id = ${workspaceId}::uuid and w.disabled_at is null and w.removed_at is null
      returning workspace_id, id)
    select pg_notify(${liveChannel}, notice)::text from unnest(${notices}::text[]) notice
    union all
    select (graphile_worker.add_job('webhook.deliver',
      json_build_object('workspaceId', made.workspace_id, 'deliveryId', made.id), job_key => made.id::text)).id::text
    from made`;
}
