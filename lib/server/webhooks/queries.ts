import "server-only";
import type { DeliveryLine, WebhookLine } from "@/lib/core/webhooks/webhook";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";

const mostShown = 50;

/** The webhooks of the desk, for its owners; never their secrets. */
export async function listWebhooks(
  actor: Actor,
  target: { readonly workspace: string },
): Promise<readonly WebhookLine[]> {
  const { workspaceId } = await authorize(actor, target.workspace, "settings.change");
  const rows = await db().webhook.findMany({
    where: { workspaceId, removedAt: null },
    orderBy: { id: "asc" },
    omit: { secret: true },
  });
  return rows.map(({ id, url, events, version, createdAt, failingSince, disabledAt }) => ({
    id,
    url,
    events,
    version,
    createdAt: createdAt.toISOString(),
    failingSince: failingSince?.toISOString() ?? null,
    disabledAt: disabledAt?.toISOString() ?? null,
  }));
}

/**
 * The last fifty deliveries of a webhook, the newest first. What was not tried yet is left out: only then it is known
 * whether it may be told at all. @throws Refusal not_found
 */
export async function listDeliveries(
  actor: Actor,
  target: { readonly workspace: string; readonly webhookId: string },
): Promise<readonly DeliveryLine[]> {
  const { workspaceId } = await authorize(actor, target.workspace, "settings.change");
  const { webhookId } = target;
  const here = await db().webhook.count({ where: { workspaceId, id: webhookId, removedAt: null } });
  if (here === 0) throw new Refusal("not_found", "There is no such webhook here.");
  const rows = await db().webhookDelivery.findMany({
    where: { workspaceId, webhookId, triedAt: { not: null } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: mostShown,
  });
  return rows.map(({ id, eventType, state, attempts, status, createdAt, triedAt, nextAt }) => ({
    id,
    type: eventType,
    state,
    attempts,
    status,
    createdAt: createdAt.toISOString(),
    triedAt: triedAt?.toISOString() ?? null,
    nextAt: nextAt?.toISOString() ?? null,
  }));
}
