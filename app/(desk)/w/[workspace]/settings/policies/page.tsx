import type { Metadata } from "next";
import { PolicySettings } from "@/components/policies/policy-settings";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { getHouseStyle, listPolicies } from "@/lib/server/policies/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Review policies" };

type SettingsPageProps = { readonly params: Promise<{ workspace: string }> };

export default async function PoliciesPage({ params }: SettingsPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const [member, policies, style] = await orNotFound(
    Promise.all([
      getDeskMember(actor, target.workspace),
      listPolicies(actor, target),
      getHouseStyle(actor, target),
    ]),
  );
  return (
    <SettingsFrame member={member} room="policies">
      <PolicySettings member={member} policies={policies} style={style} />
    </SettingsFrame>
  );
}
