import type { Metadata } from "next";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { WebhookSettings } from "@/components/webhooks/webhook-settings";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { listWebhooks } from "@/lib/server/webhooks/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Webhooks" };

type SettingsPageProps = { readonly params: Promise<{ workspace: string }> };

export default async function WebhooksPage({ params }: SettingsPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const [member, webhooks] = await orNotFound(
    Promise.all([getDeskMember(actor, target.workspace), listWebhooks(actor, target)]),
  );
  return (
    <SettingsFrame member={member} room="webhooks">
      <WebhookSettings member={member} webhooks={webhooks} />
    </SettingsFrame>
  );
}
