import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import type { WebhookInput, WebhookPatch, WebhookSecret } from "@/lib/core/webhooks/webhook";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import type { Tx } from "../db/client";
import { newId } from "../db/new-id";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { enqueue } from "../jobs/enqueue";
import { digestOf, newSecret, seal } from "./secret";

const mostWebhooks = 20;

type HookTarget = { readonly workspace: string; readonly webhookId: string };
type VersionedTarget = HookTarget & { readonly baseVersion: number };

/**
 * Adds an address that is told of events from now on. Its secret is answered this once.
 * @throws Refusal too_many when the desk has 20, forbidden
 */
export async function addWebhook(
  actor: Actor,
  target: { readonly workspace: string },
  { url, events }: WebhookInput,
): Promise<WebhookSecret> {
  const scope = await authorize(actor, target.workspace, "settings.change");
  const { workspaceId, memberId } = scope;
  const secret = newSecret();
  const kept = await transact(scope, async (tx) => {
    // One after the other, so that the limit holds for many at once too.
    await tx.$queryRaw`select 1 from workspace where id = ${workspaceId}::uuid for no key update`;
    if ((await tx.webhook.count({ where: { workspaceId, removedAt: null } })) >= mostWebhooks) {
      throw new Refusal(
        "too_many",
        `A desk has at most ${mostWebhooks} webhooks. Remove one that nothing uses.`,
      );
    }
    const id = newId();
    await tx.webhook.create({
      data: { workspaceId, id, url, events, secret: seal(id, secret), createdById: memberId },
    });
    const payload = { host: new URL(url).host };
    await record(tx, scope, { type: "webhook.added", payload, entityId: id });
    return { id, version: 1, digest: digestOf(secret) };
  });
  return shown(kept, secret);
}

/** Of a request that was sent twice the second finds the first one's secret, which nobody knows by now. */
function shown(
  { id, version, digest }: { readonly id: string; readonly version: number; readonly digest: string },
  secret: string,
): WebhookSecret {
  return { id, version, secret: digest === digestOf(secret) ? secret : null };
}

/** `stale`: somebody changed it meanwhile, and nothing was written. */
export type WebhookOutcome = { readonly outcome: "done" | "stale"; readonly version: number };

/** Changes address or events, or switches it off and on. @throws Refusal not_found, forbidden */
export async function changeWebhook(
  actor: Actor,
  target: VersionedTarget,
  { url, events, enabled }: WebhookPatch,
): Promise<WebhookOutcome> {
  const scope = await authorize(actor, target.workspace, "settings.change");
  return transact(scope, async (tx): Promise<WebhookOutcome> => {
    const { id, version } = await lockWebhook(tx, scope, target.webhookId);
    if (version !== target.baseVersion) return { outcome: "stale", version };
    const data = {
      ...(url === undefined ? {} : { url }),
      ...(events === undefined ? {} : { events }),
      ...(enabled === undefined ? {} : { disabledAt: enabled ? null : new Date() }),
      // Whoever switches it on again, or has put it right, gets the whole patience anew.
      ...(enabled === true || url !== undefined ? { failingSince: null } : {}),
    };
    const fields = Object.keys({ url, events, enabled }).filter(
      (name) => ({ url, events, enabled })[name as keyof WebhookPatch] !== undefined,
    );
    if (fields.length === 0) return { outcome: "done", version };
    await update(tx, scope, id, data);
    await record(tx, scope, { type: "webhook.changed", payload: { fields }, entityId: id });
    return { outcome: "done", version: version + 1 };
  });
}

/** Gives it another secret, which is answered this once; what is sent from now on is signed with it. @throws Refusal not_found */
export async function rotateSecret(
  actor: Actor,
  target: VersionedTarget,
): Promise<WebhookOutcome & { readonly made: WebhookSecret | null }> {
  const scope = await authorize(actor, target.workspace, "settings.change");
  const secret = newSecret();
  const kept = await transact(scope, async (tx) => {
    const { id, version } = await lockWebhook(tx, scope, target.webhookId);
    if (version !== target.baseVersion) return { id, version, digest: null };
    await update(tx, scope, id, { secret: seal(id, secret) });
    await record(tx, scope, { type: "webhook.secret_changed", payload: {}, entityId: id });
    return { id, version: version + 1, digest: digestOf(secret) };
  });
  const { id, version, digest } = kept;
  return digest === null
    ? { outcome: "stale", version, made: null }
    : { outcome: "done", version, made: shown({ id, version, digest }, secret) };
}

/** Ends it; what waits to be sent is not sent any more. Twice is once. @throws Refusal not_found, forbidden */
export async function removeWebhook(actor: Actor, target: HookTarget): Promise<{ readonly id: string }> {
  const scope = await authorize(actor, target.workspace, "settings.change");
  const { workspaceId } = scope;
  return transact(scope, async (tx) => {
    const id = target.webhookId;
    const found = await tx.webhook.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!found) throw noSuchHook();
    const removed = await tx.webhook.updateMany({
      where: { workspaceId, id, removedAt: null },
      data: { removedAt: new Date() },
    });
    if (removed.count > 0) {
      const payload = { host: new URL(found.url).host };
      await record(tx, scope, { type: "webhook.removed", payload, entityId: id });
    }
    return { id };
  });
}

/** Sends a test, signed like everything else. @returns the id of its delivery. @throws Refusal not_found, conflict while it is off */
export async function pingWebhook(actor: Actor, target: HookTarget): Promise<{ readonly id: string }> {
  const scope = await authorize(actor, target.workspace, "settings.change");
  const { workspaceId } = scope;
  return transact(scope, async (tx) => {
    const { id: webhookId } = await lockSending(tx, scope, target.webhookId);
    const { id } = await tx.webhookDelivery.create({
      data: { workspaceId, webhookId },
      select: { id: true },
    });
    await enqueue(tx, "webhook.deliver", { workspaceId, deliveryId: id }, { key: id });
    return { id };
  });
}

/**
 * Sends a delivery again, under its own id and with all attempts anew: a dead one, or one that its receiver has lost.
 * While it waits anyway nothing changes but that it goes at once. @throws Refusal not_found, conflict while the webhook is off
 */
export async function replayDelivery(
  actor: Actor,
  target: HookTarget & { readonly deliveryId: string },
): Promise<{ readonly id: string }> {
  const scope = await authorize(actor, target.workspace, "settings.change");
  const { workspaceId } = scope;
  return transact(scope, async (tx) => {
    const { id: webhookId } = await lockSending(tx, scope, target.webhookId);
    const id = target.deliveryId;
    const replayed = await tx.webhookDelivery.updateMany({
      where: { workspaceId, id, webhookId, triedAt: { not: null } },
      data: { state: "waiting", attempts: 0, nextAt: new Date() },
    });
    if (replayed.count === 0) throw new Refusal("not_found", "There is no such delivery here.");
    await enqueue(tx, "webhook.deliver", { workspaceId, deliveryId: id }, { key: id });
    return { id };
  });
}

type LockedHook = { readonly id: string; readonly version: number; readonly off: boolean };

async function lockWebhook(tx: Tx, { workspaceId }: WorkspaceScope, id: string): Promise<LockedHook> {
  const [found] = await tx.$queryRaw<LockedHook[]>`
    select id, version, disabled_at is not null as off from webhook
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid and removed_at is null
    for no key update`;
  if (!found) throw noSuchHook();
  return found;
}

async function lockSending(tx: Tx, scope: WorkspaceScope, id: string): Promise<LockedHook> {
  const hook = await lockWebhook(tx, scope, id);
  if (hook.off) throw new Refusal("conflict", "This webhook is switched off. Switch it on, then send.");
  return hook;
}

type Change = {
  readonly url?: string;
  readonly events?: string[];
  readonly disabledAt?: Date | null;
  readonly failingSince?: null;
  readonly secret?: Uint8Array<ArrayBuffer>;
};

async function update(tx: Tx, { workspaceId }: WorkspaceScope, id: string, change: Change): Promise<void> {
  await tx.webhook.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { ...change, version: { increment: 1 } },
  });
}

function noSuchHook(): Refusal {
  return new Refusal("not_found", "There is no such webhook here.");
}
