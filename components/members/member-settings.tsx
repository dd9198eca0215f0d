"use client";

import { useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import type { InvitationInput, InvitationLine, MemberLine, SecretLink } from "@/lib/core/members/member";
import { can, type Role } from "@/lib/core/permissions/table";
import { DeskApi } from "@/lib/client/api";
import { problemWords } from "@/lib/client/problem";
import { useSettingsAction } from "@/components/settings/use-settings-action";
import { Banner } from "@/components/ui/banner";
import { InvitationList } from "./invitation-list";
import { InviteForm } from "./invite-form";
import { MemberList } from "./member-list";
import { SecretLinkCard } from "./secret-link-card";

type MemberSettingsProps = {
  readonly member: DeskMember;
  readonly members: readonly MemberLine[];
  /** Null for those who do not manage members. */
  readonly invitations: readonly InvitationLine[] | null;
};

type ShownLink = {
  readonly for: string;
  readonly kind: "invitation" | "password";
  readonly made: SecretLink;
};

/** What an owner can do to the desk's people; a link that comes of it stays on the screen until it is closed. */
function useMemberActions({ workspace, memberId }: DeskMember) {
  const [api] = useState(() => new DeskApi({ workspace: workspace.slug, memberId }));
  const { act, problem } = useSettingsAction();
  const [link, setLink] = useState<ShownLink | null>(null);

  return {
    problem,
    link,
    closeLink: () => {
      setLink(null);
    },
    setRole: ({ id, version }: MemberLine, role: Role) =>
      act(api.write(`/members/${id}`, { method: "PATCH", body: { role }, version }), "Role changed"),
    remove: ({ id, name, version }: MemberLine) =>
      act(
        api.write(`/members/${id}`, { method: "DELETE", body: undefined, version }),
        `${name} is off the desk`,
      ),
    offerReset: async ({ id, name }: MemberLine) => {
      const asked = api.write<SecretLink>(`/members/${id}/reset`, { method: "POST", body: {} });
      const made = await act(asked, "Link made");
      if (made) setLink({ for: name, kind: "password", made });
    },
    invite: async (body: InvitationInput) => {
      const made = await act(
        api.write<SecretLink>("/invitations", { method: "POST", body }),
        "Invitation made",
      );
      if (made) setLink({ for: body.email, kind: "invitation", made });
      return made !== null;
    },
    revoke: ({ id, email }: InvitationLine) =>
      act(
        api.write(`/invitations/${id}`, { method: "DELETE", body: undefined }),
        `Invitation of ${email} revoked`,
      ),
  };
}

/** Who belongs to the desk; for owners, the way in, the roles, and the way out. */
export function MemberSettings({ member, members, invitations }: MemberSettingsProps) {
  const actions = useMemberActions(member);
  const { problem, link } = actions;
  return (
    <div className="mt-8 flex flex-col gap-12">
      {problem ? (
        <Banner look="error" title="That was not done">
          {problemWords(problem)}
        </Banner>
      ) : null}
      {link ? <SecretLinkCard {...link} onClose={actions.closeLink} /> : null}
      <MemberList
        self={member.memberId}
        manages={can(member.role, "member.manage") ? "yes" : "no"}
        members={members}
        onRole={actions.setRole}
        onRemove={actions.remove}
        onReset={actions.offerReset}
      />
      {invitations ? (
        <section aria-labelledby="invite">
          <h2 id="invite" className="border-b border-ink pb-2 text-base font-semibold">
            Invite somebody
          </h2>
          <InviteForm onInvite={actions.invite} />
          <InvitationList invitations={invitations} onRevoke={actions.revoke} />
        </section>
      ) : null}
    </div>
  );
}
