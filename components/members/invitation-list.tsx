import type { InvitationLine } from "@/lib/core/members/member";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { roleWords } from "@/components/workspace/role-words";

type InvitationListProps = {
  readonly invitations: readonly InvitationLine[];
  readonly onRevoke: (invitation: InvitationLine) => Promise<unknown>;
};

/** Invitations that can still be accepted. */
export function InvitationList({ invitations, onRevoke }: InvitationListProps) {
  if (invitations.length === 0) {
    return <p className="mt-6 text-sm text-muted">No invitation is open.</p>;
  }
  return (
    <>
      <h3 className="mt-8 text-sm font-semibold">Open invitations</h3>
      <ul className="mt-1 divide-y divide-hairline">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2.5 text-sm">
            <p className="min-w-40 flex-1 wrap-anywhere">{invitation.email}</p>
            <p className="text-xs text-muted">
              {roleWords[invitation.role]}, by {invitation.invitedBy}, until{" "}
              <Moment at={invitation.expiresAt} />
            </p>
            <Button
              look="plain"
              aria-label={`Revoke the invitation of ${invitation.email}`}
              onClick={() => void onRevoke(invitation)}
            >
              Revoke
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
