import "server-only";
import type { Notification } from "@/lib/core/notifications/notification";
import type { Prisma } from "@/prisma/client/client";

export const notificationInclude = {
  actor: { select: { user: { select: { name: true } } } },
  article: { select: { title: true } },
  claim: { select: { id: true, ordinal: true, text: true, wording: true } },
} as const satisfies Prisma.NotificationInclude;

type NotificationRow = Prisma.NotificationGetPayload<{ include: typeof notificationInclude }>;

/** What lies in the bin is told of no more. */
export const stillThere = {
  article: { deletedAt: null },
  claim: { deletedAt: null },
} as const satisfies Prisma.NotificationWhereInput;

export function toNotification(row: NotificationRow): Notification {
  const { id, kind, count, articleId, claim } = row;
  return {
    id,
    kind,
    count,
    actor: row.actor.user.name,
    articleId,
    articleTitle: row.article.title,
    claim: { id: claim.id, ordinal: claim.ordinal, text: claim.wording ?? claim.text },
    createdAt: row.createdAt.toISOString(),
    read: row.readAt !== null,
  };
}
