import type { Metadata } from "next";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { TokenSettings } from "@/components/tokens/token-settings";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { listTokens } from "@/lib/server/tokens/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "API tokens" };

type SettingsPageProps = { readonly params: Promise<{ workspace: string }> };

export default async function TokensPage({ params }: SettingsPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const [member, tokens] = await orNotFound(
    Promise.all([getDeskMember(actor, target.workspace), listTokens(actor, target)]),
  );
  return (
    <SettingsFrame member={member} room="tokens">
      <TokenSettings member={member} tokens={tokens} />
    </SettingsFrame>
  );
}
