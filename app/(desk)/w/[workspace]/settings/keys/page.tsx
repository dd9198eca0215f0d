import type { Metadata } from "next";
import { KeySettings } from "@/components/keys/key-settings";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { getKeys } from "@/lib/server/keys/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Keys" };

type KeysPageProps = { readonly params: Promise<{ workspace: string }> };

export default async function KeysPage({ params }: KeysPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const [member, kept] = await orNotFound(
    Promise.all([getDeskMember(actor, target.workspace), getKeys(actor, target)]),
  );
  return (
    <SettingsFrame member={member} room="keys">
      <KeySettings member={member} kept={kept} />
    </SettingsFrame>
  );
}
