import type { Metadata } from "next";
import { NotificationDesk } from "@/components/notifications/notification-desk";
import { requireActor } from "@/lib/server/auth/page-actor";
import { pageQuerySchema } from "@/lib/server/http/page";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { listNotifications } from "@/lib/server/notifications/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Notifications" };

type NotificationsPageProps = {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<{ cursor?: string | string[] }>;
};

export default async function NotificationsPage({ params, searchParams }: NotificationsPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const page = await parsePageParams(pageQuerySchema, searchParams);
  const [member, { items, nextCursor }] = await orNotFound(
    Promise.all([getDeskMember(actor, target.workspace), listNotifications(actor, target, page)]),
  );
  return <NotificationDesk member={member} items={items} nextCursor={nextCursor} />;
}
