import type { Metadata } from "next";
import { MemberSettings } from "@/components/members/member-settings";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { can } from "@/lib/core/permissions/table";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { listInvitations, listMembers } from "@/lib/server/members/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Members" };

type SettingsPageProps = { readonly params: Promise<{ workspace: string }> };

export default async function MembersPage({ params }: SettingsPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const member = await orNotFound(getDeskMember(actor, target.workspace));
  const members = await orNotFound(listMembers(actor, target));
  const manages = can(member.role, "member.manage");
  const invitations = manages ? await orNotFound(listInvitations(actor, target)) : null;
  return (
    <SettingsFrame member={member} room="members">
      <MemberSettings member={member} members={members} invitations={invitations} />
    </SettingsFrame>
  );
}
