import type { Metadata } from "next";
import { SessionSettings } from "@/components/sessions/session-settings";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { listSessions } from "@/lib/server/sessions/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Sessions" };

type SessionsPageProps = { readonly params: Promise<{ workspace: string }> };

export default async function SessionsPage({ params }: SessionsPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const [member, sessions] = await orNotFound(
    Promise.all([getDeskMember(actor, target.workspace), listSessions(actor)]),
  );
  return (
    <SettingsFrame member={member} room="sessions">
      <SessionSettings sessions={sessions} />
    </SettingsFrame>
  );
}
