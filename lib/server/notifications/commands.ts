import "server-only";
import {
  notificationKinds,
  type DeliverySettings,
  type ReadInput,
} from "@/lib/core/notifications/notification";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { transact } from "../db/transaction";
import { ring } from "./notify";
import { readUnread } from "./queries";

/** Marks the caller's own as read; ids of others' change nothing. @returns how many are unread now */
export async function markRead(
  actor: Actor,
  target: { readonly workspace: string },
  input: ReadInput,
): Promise<{ readonly unread: number }> {
  const scope = await authorize(actor, target.workspace, "notification.change");
  const { workspaceId, memberId } = scope;
  const which = "ids" in input ? { in: input.ids } : { lte: input.upTo };
  await transact(scope, async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { workspaceId, memberId, readAt: null, id: which },
      data: { readAt: new Date() },
    });
    if (count > 0) await ring(tx, workspaceId, [memberId]);
    return { count };
  });
  return { unread: await readUnread(scope) };
}

/** How the caller wants to be told of each kind from now on. */
export async function saveDelivery(
  actor: Actor,
  target: { readonly workspace: string },
  settings: DeliverySettings,
): Promise<DeliverySettings> {
  const scope = await authorize(actor, target.workspace, "notification.change");
  const { workspaceId, memberId } = scope;
  return transact(scope, async (tx) => {
    for (const kind of notificationKinds) {
      const delivery = settings[kind];
      await tx.notificationSetting.upsert({
        where: { workspaceId_memberId_kind: { workspaceId, memberId, kind } },
        create: { workspaceId, memberId, kind, delivery },
        update: { delivery },
      });
    }
    return settings;
  });
}
