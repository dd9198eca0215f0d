import "server-only";
import type { JobPayload } from "@/lib/core/jobs/job";
import { isGivenUp, patienceDays, pauseAfter } from "@/lib/core/webhooks/webhook";
import type { Webhook, WebhookDelivery } from "@/prisma/client/client";
import { db, type Tx } from "../db/client";
import { recordAll } from "../events/record";
import { visibleToOutsiders } from "../events/visible";
import { postJson } from "../fetching/post-json";
import { theInternet, type Outside } from "../fetching/outside";
import { enqueue } from "../jobs/enqueue";
import { signedHeaders, unseal } from "./secret";

type Waiting = WebhookDelivery & {
  readonly webhook: Webhook & { readonly workspace: { readonly slug: string } };
};

/**
 * Sends one delivery of the outbox, unless it was sent or its webhook is off. It may arrive twice, when this process dies
 * between sending and writing that down; then under the same id. What fails is tried again later, until it is dead.
 */
export async function deliverWebhook(
  { workspaceId, deliveryId }: JobPayload<"webhook.deliver">,
  outside: Outside = theInternet,
): Promise<void> {
  const where = { workspaceId_id: { workspaceId, id: deliveryId } };
  const delivery = await db().webhookDelivery.findUnique({
    where,
    include: { webhook: { include: { workspace: { select: { slug: true } } } } },
  });
  if (!delivery || delivery.state !== "waiting") return;
  const { webhook } = delivery;
  if (webhook.disabledAt !== null || webhook.removedAt !== null) {
    await db().webhookDelivery.update({ where, data: { state: "dead", nextAt: null } });
    return;
  }
  const body = await writeBody(delivery);
  if (body === null) {
    // Nobody outside of the pair may know of it: not even that there was something to send.
    await db().webhookDelivery.delete({ where });
    return;
  }
  const status = await send(delivery, body, outside);
  await db().$transaction((tx) => settle(tx, delivery, status));
}

/** The status that came back, or null. A secret that another ASSAY_SECRET has sealed cannot sign: nothing is sent then. */
async function send({ id, webhook }: Waiting, body: string, outside: Outside): Promise<number | null> {
  const seconds = Math.floor(Date.now() / 1_000);
  let secret: string;
  try {
    secret = unseal(webhook.id, webhook.secret);
  } catch {
    return null;
  }
  return postJson(webhook.url, body, signedHeaders(secret, { id, seconds, body }), outside);
}

/** The event as the receiver gets it; null when they may not learn of it. */
async function writeBody(delivery: Waiting): Promise<string | null> {
  const { workspaceId, eventId, createdAt, webhook } = delivery;
  const desk = webhook.workspace.slug;
  if (eventId === null) {
    return JSON.stringify({ type: "ping", timestamp: createdAt.toISOString(), data: { desk } });
  }
  const event = await visibleToOutsiders(workspaceId, eventId);
  if (!event) return null;
  const { id, type, actorId, articleId, claimId, entityId, payload } = event;
  return JSON.stringify({
    type,
    timestamp: event.createdAt.toISOString(),
    data: { desk, id: id.toString(), actorId, articleId, claimId, entityId, payload },
  });
}

async function settle(tx: Tx, delivery: Waiting, status: number | null): Promise<void> {
  const { workspaceId, id, webhookId } = delivery;
  const now = new Date();
  const attempts = delivery.attempts + 1;
  const hook = { workspaceId_id: { workspaceId, id: webhookId } };
  const where = { workspaceId_id: { workspaceId, id } };
  if (status !== null && status >= 200 && status <= 299) {
    const data = { state: "delivered", attempts, status, triedAt: now, nextAt: null } as const;
    await tx.webhookDelivery.update({ where, data });
    await tx.webhook.updateMany({
      where: { workspaceId, id: webhookId, failingSince: { not: null } },
      data: { failingSince: null },
    });
    return;
  }
  const failingSince = delivery.webhook.failingSince ?? now;
  await tx.webhook.update({ where: hook, data: { failingSince } });
  const pause = pauseAfter(attempts, Math.random());
  const nextAt = pause === null ? null : new Date(now.getTime() + pause);
  const data = { state: nextAt ? "waiting" : "dead", attempts, status, triedAt: now, nextAt } as const;
  await tx.webhookDelivery.update({ where, data });
  if (nextAt) {
    await enqueue(tx, "webhook.deliver", { workspaceId, deliveryId: id }, { runAt: nextAt, key: id });
  }
  if (isGivenUp(failingSince, now)) await switchOff(tx, delivery, now);
}

/** It stays in the list, with why, until somebody switches it on again. */
async function switchOff(tx: Tx, { workspaceId, webhookId, webhook }: Waiting, now: Date): Promise<void> {
  const switched = await tx.webhook.updateMany({
    where: { workspaceId, id: webhookId, disabledAt: null },
    data: { disabledAt: now, version: { increment: 1 } },
  });
  if (switched.count === 0) return;
  await recordAll(tx, { workspaceId, memberId: webhook.createdById, requestId: null }, [
    { type: "webhook.disabled", payload: { days: patienceDays }, entityId: webhookId },
  ]);
}
