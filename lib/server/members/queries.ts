import "server-only";
import type { InvitationLine, MemberLine, OpenInvitation } from "@/lib/core/members/member";
import { can } from "@/lib/core/permissions/table";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { hashSecret } from "../auth/tokens";
import { db } from "../db/client";

/** Who belongs to the desk, by name. Addresses are for those who manage members. */
export async function listMembers(
  actor: Actor,
  target: { readonly workspace: string },
): Promise<readonly MemberLine[]> {
  const scope = await authorize(actor, target.workspace, "member.read");
  const manages = can(scope.role, "member.manage");
  const members = await db().member.findMany({
    where: { workspaceId: scope.workspaceId, removedAt: null },
    include: { user: { select: { name: true, email: true } } },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
  });
  return members.map(({ id, role, version, createdAt, user }) => ({
    id,
    role,
    version,
    name: user.name,
    email: manages ? user.email : null,
    since: createdAt.toISOString(),
  }));
}

/** Invitations that somebody may still accept, the newest first. */
export async function listInvitations(
  actor: Actor,
  target: { readonly workspace: string },
): Promise<readonly InvitationLine[]> {
  const scope = await authorize(actor, target.workspace, "member.manage");
  const open = await db().invitation.findMany({
    where: {
      workspaceId: scope.workspaceId,
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: new Date() },
    },
    include: { invitedBy: { select: { user: { select: { name: true } } } } },
    orderBy: { createdAt: "desc" },
  });
  return open.map(({ id, email, role, expiresAt, invitedBy }) => ({
    id,
    email,
    role,
    invitedBy: invitedBy.user.name,
    expiresAt: expiresAt.toISOString(),
  }));
}

/** What an invitation's link opens, or null when it is unknown, used, revoked or over. */
export async function findInvitation(secret: string, now: Date): Promise<OpenInvitation | null> {
  const invitation = await db().invitation.findUnique({
    where: { tokenHash: hashSecret(secret), acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    include: { workspace: { select: { name: true, slug: true } } },
  });
  if (!invitation) return null;
  const { email, role, workspace } = invitation;
  const known = (await db().user.count({ where: { email } })) === 1;
  return { desk: workspace.name, slug: workspace.slug, email, role, known };
}

/** Whose password a reset link sets, or null when the link is unknown, used or over. */
export async function findReset(secret: string, now: Date): Promise<{ readonly name: string } | null> {
  const link = await db().accessLink.findUnique({
    where: { tokenHash: hashSecret(secret), kind: "reset", usedAt: null, expiresAt: { gt: now } },
    include: { user: { select: { name: true } } },
  });
  return link?.user ? { name: link.user.name } : null;
}
