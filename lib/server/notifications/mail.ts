import "server-only";
import { isMailable, letterOf } from "@/lib/core/notifications/letter";
import type { JobPayload } from "@/lib/core/jobs/job";
import { db } from "../db/client";
import { origin } from "../env";
import { isMailSet, sendLetter } from "./mailer";
import { post } from "./notify";
import { notificationInclude, stillThere, toNotification } from "./rows";

const mailInclude = {
  member: {
    select: {
      removedAt: true,
      user: { select: { email: true, disabledAt: true } },
      workspace: { select: { slug: true, name: true } },
    },
  },
  notifications: { where: stillThere, orderBy: { id: "asc" }, include: notificationInclude },
} as const;

/**
 * Sends one letter of the outbox, unless it is sent, or its member has left or has read everything meanwhile. What the
 * mail server refuses is thrown, and tried again by the queue of jobs.
 */
export async function sendMail({ workspaceId, mailId }: JobPayload<"mail.send">): Promise<void> {
  const where = { workspaceId_id: { workspaceId, id: mailId } };
  const mail = await db().mail.findUnique({ where, include: mailInclude });
  if (!mail || mail.sentAt !== null || !isMailSet()) return;
  const { member } = mail;
  const unread = mail.notifications.filter(({ readAt }) => readAt === null);
  const { email, disabledAt } = member.user;
  const isWanted = member.removedAt === null && disabledAt === null && unread.length > 0;
  if (isWanted && isMailable(email)) {
    const { slug, name } = member.workspace;
    const notifications = unread.map(toNotification);
    const letter = letterOf({ desk: name, notifications, base: `${origin()}/w/${slug}` });
    await sendLetter(mailId, email, letter);
  }
  await db().mail.update({ where, data: { sentAt: new Date() } });
}

/** Puts a letter for each member who wants a digest into the outbox: of all that is unread and in no letter yet. */
export async function writeDigests(): Promise<void> {
  if (!isMailSet()) return;
  const wishes = await db().notificationSetting.findMany({
    where: { delivery: "digest", member: { removedAt: null } },
  });
  const members = new Map(wishes.map((wish) => [`${wish.workspaceId} ${wish.memberId}`, wish]));
  for (const { workspaceId, memberId } of members.values()) {
    const kinds = wishes
      .filter((wish) => wish.workspaceId === workspaceId && wish.memberId === memberId)
      .map(({ kind }) => kind);
    await db().$transaction(async (tx) => {
      // Two digests at once: the second waits here, and then finds nothing.
      await tx.$queryRaw`
        select 1 from member where workspace_id = ${workspaceId}::uuid and id = ${memberId}::uuid for no key update`;
      const waiting = await tx.notification.findMany({
        where: { workspaceId, memberId, kind: { in: kinds }, readAt: null, mailId: null, ...stillThere },
        select: { id: true },
      });
      const ids = waiting.map(({ id }) => id);
      if (ids.length > 0) await post(tx, workspaceId, memberId, ids);
    });
  }
}
