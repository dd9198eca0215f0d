import "server-only";
import { defaultDelivery, type NotificationKind } from "@/lib/core/notifications/notification";
import { can } from "@/lib/core/permissions/table";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { liveChannel } from "../events/live-channel";
import { enqueue } from "../jobs/enqueue";
import { isMailSet } from "./mailer";

/** Something that concerns a member. */
export type News = {
  readonly kind: NotificationKind;
  readonly memberId: string;
  readonly articleId: string;
  readonly claimId: string;
};

type Gathered = News & { readonly count: number };

/**
 * Tells members of what concerns them, in the transaction of the change that causes it: never whoever made it, nobody who
 * has left or may not read annotations, nobody who does not want this kind. Many of one kind in one article are told once.
 * Whoever calls this has made sure that the recipient may know of it, also under a blind policy.
 */
export async function notify(tx: Tx, scope: WorkspaceScope, news: readonly News[]): Promise<void> {
  const gathered = gather(news.filter(({ memberId }) => memberId !== scope.memberId));
  if (gathered.length === 0) return;
  const { workspaceId, memberId: actorId } = scope;
  const wishes = await readWishes(tx, workspaceId, gathered);
  const wanted = gathered.filter((one) => (wishes.get(`${one.memberId} ${one.kind}`) ?? "off") !== "off");
  const rows = await tx.notification.createManyAndReturn({
    data: wanted.map((one) => ({ ...one, workspaceId, actorId })),
    select: { id: true, memberId: true, kind: true },
  });
  await ring(
    tx,
    workspaceId,
    rows.map(({ memberId }) => memberId),
  );
  if (!isMailSet()) return;
  for (const { id, memberId, kind } of rows) {
    if (wishes.get(`${memberId} ${kind}`) === "email") await post(tx, workspaceId, memberId, [id]);
  }
}

function gather(news: readonly News[]): readonly Gathered[] {
  const found = new Map<string, Gathered>();
  for (const one of news) {
    const key = `${one.kind} ${one.memberId} ${one.articleId}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, count: before.count + 1 } : { ...one, count: 1 });
  }
  return [...found.values()];
}

/** How each member wants each kind, by "member kind"; those who are not told at all are left out. */
async function readWishes(tx: Tx, workspaceId: string, news: readonly News[]) {
  const ids = [...new Set(news.map(({ memberId }) => memberId))];
  const members = await tx.member.findMany({
    where: { workspaceId, id: { in: ids }, removedAt: null },
    select: { id: true, role: true, deliveries: { select: { kind: true, delivery: true } } },
  });
  return new Map(
    members
      .filter(({ role }) => can(role, "annotation.read"))
      .flatMap(({ id, deliveries }) =>
        news
          .filter(({ memberId }) => memberId === id)
          .map(({ kind }) => {
            const chosen = deliveries.find((setting) => setting.kind === kind);
            return [`${id} ${kind}`, chosen?.delivery ?? defaultDelivery] as const;
          }),
      ),
  );
}

/** Tells these members' open pages, when the transaction commits, that their notifications are other ones now. */
export async function ring(tx: Tx, workspaceId: string, memberIds: readonly string[]): Promise<void> {
  const notices = [...new Set(memberIds)].map((bellOf) => JSON.stringify({ workspaceId, bellOf }));
  if (notices.length === 0) return;
  await tx.$executeRaw`select pg_notify(${liveChannel}, notice) from unnest(${notices}::text[]) notice`;
}

/** Puts a letter about these into the outbox. */
export async function post(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  notificationIds: readonly string[],
): Promise<void> {
  const { id: mailId } = await tx.mail.create({ data: { workspaceId, memberId }, select: { id: true } });
  await tx.notification.updateMany({
    where: { workspaceId, id: { in: [...notificationIds] } },
    data: { mailId },
  });
  await enqueue(tx, "mail.send", { workspaceId, mailId }, { line: "mail" });
}
