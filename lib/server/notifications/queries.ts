import "server-only";
import {
  defaultDelivery,
  notificationKinds,
  type DeliverySettings,
  type Notification,
} from "@/lib/core/notifications/notification";
import { mostUnread } from "@/lib/core/notifications/unread";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { pageOf, type Page, type PageRequest } from "../http/page";
import { isMailSet } from "./mailer";
import { notificationInclude, stillThere, toNotification } from "./rows";

/** What the caller was told of, newest first. */
export async function listNotifications(
  actor: Actor,
  target: { readonly workspace: string },
  { cursor, limit }: PageRequest,
): Promise<Page<Notification>> {
  const { workspaceId, memberId } = await authorize(actor, target.workspace, "notification.read");
  const rows = await db().notification.findMany({
    where: { workspaceId, memberId, ...stillThere, ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
    include: notificationInclude,
  });
  return pageOf(rows, limit, toNotification);
}

/** How many the caller has not read; counted to `mostUnread` and no further. */
export async function countUnread(actor: Actor, target: { readonly workspace: string }): Promise<number> {
  const scope = await authorize(actor, target.workspace, "notification.read");
  return readUnread(scope);
}

export async function readUnread({ workspaceId, memberId }: WorkspaceScope): Promise<number> {
  return db().notification.count({
    where: { workspaceId, memberId, readAt: null, ...stillThere },
    take: mostUnread,
  });
}

/** How the caller wants to be told of each kind, and whether this installation can send letters at all. */
export async function getDelivery(
  actor: Actor,
  target: { readonly workspace: string },
): Promise<{ readonly settings: DeliverySettings; readonly canMail: boolean; readonly email: string }> {
  const { workspaceId, memberId } = await authorize(actor, target.workspace, "notification.read");
  const rows = await db().notificationSetting.findMany({ where: { workspaceId, memberId } });
  const chosen = new Map(rows.map(({ kind, delivery }) => [kind, delivery]));
  const settings = Object.fromEntries(
    notificationKinds.map((kind) => [kind, chosen.get(kind) ?? defaultDelivery]),
  ) as DeliverySettings;
  return { settings, canMail: isMailSet(), email: actor.email };
}
