import "server-only";
import type { InvitationInput, RoleInput, SecretLink } from "@/lib/core/members/member";
import { Refusal } from "@/lib/core/shared/refusal";
import { makeSecretLink } from "../auth/access-link";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { revokeSessions } from "../auth/session-store";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { lockSettings } from "../workspaces/settings";
import { loadMember } from "./membership";

const dayMs = 24 * 60 * 60_000;
const invitationMs = 7 * dayMs;
const resetMs = 60 * 60_000;
const maxOpenInvitations = 100;

type MemberTarget = { readonly workspace: string; readonly memberId: string };
type VersionedTarget = MemberTarget & { readonly baseVersion: number };
export type MemberOutcome =
  | { readonly outcome: "changed"; readonly version: number }
  | { readonly outcome: "stale"; readonly version: number };

/**
 * A link by which one person may join with one role, once, within seven days. An older open one for the same address is
 * void.
 * @throws Refusal conflict when the address belongs to a member already, too_many
 */
export async function inviteMember(
  actor: Actor,
  target: { readonly workspace: string },
  input: InvitationInput,
): Promise<SecretLink> {
  const scope = await authorize(actor, target.workspace, "member.manage");
  return makeSecretLink("invitations", (hash) => transact(scope, (tx) => invite(tx, scope, input, hash)));
}

async function invite(tx: Tx, scope: WorkspaceScope, { email, role }: InvitationInput, hash: string) {
  const { workspaceId, memberId: invitedById } = scope;
  // One after the other, so that two clicks cannot leave two open links for one address.
  await lockSettings(tx, scope);
  const member = await tx.member.count({ where: { workspaceId, removedAt: null, user: { email } } });
  if (member > 0) throw new Refusal("conflict", `${email} belongs to this desk already.`);
  const open = { workspaceId, acceptedAt: null, revokedAt: null };
  await tx.invitation.updateMany({ where: { ...open, email }, data: { revokedAt: new Date() } });
  if ((await tx.invitation.count({ where: open })) >= maxOpenInvitations) {
    throw new Refusal("too_many", `There are ${maxOpenInvitations} open invitations. Revoke some first.`);
  }
  const invitation = await tx.invitation.create({
    data: {
      workspaceId,
      email,
      role,
      tokenHash: hash,
      invitedById,
      expiresAt: new Date(Date.now() + invitationMs),
    },
  });
  await record(tx, scope, { type: "member.invited", payload: { role }, entityId: invitation.id });
  const { id, tokenHash, expiresAt } = invitation;
  return { id, tokenHash, expiresAt: expiresAt.toISOString() };
}

/** Revoking twice is revoking once. @throws Refusal not_found */
export async function revokeInvitation(
  actor: Actor,
  target: { readonly workspace: string; readonly invitationId: string },
): Promise<{ readonly id: string }> {
  const scope = await authorize(actor, target.workspace, "member.manage");
  const { workspaceId } = scope;
  return transact(scope, async (tx) => {
    const id = target.invitationId;
    const found = await tx.invitation.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!found) throw new Refusal("not_found", "There is no such invitation here.");
    const revoked = await tx.invitation.updateMany({
      where: { workspaceId, id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (revoked.count > 0) {
      await record(tx, scope, { type: "member.invitation_revoked", payload: {}, entityId: id });
    }
    return { id };
  });
}

/** @throws Refusal not_found, conflict for the last owner */
export async function changeRole(
  actor: Actor,
  target: VersionedTarget,
  input: RoleInput,
): Promise<MemberOutcome> {
  const scope = await authorize(actor, target.workspace, "member.manage");
  const { workspaceId } = scope;
  return transact(scope, async (tx) => {
    await lockSettings(tx, scope);
    const member = await loadMember(tx, scope, target.memberId);
    if (member.version !== target.baseVersion) return { outcome: "stale", version: member.version };
    if (member.role === input.role) return { outcome: "changed", version: member.version };
    if (member.role === "owner") await requireAnotherOwner(tx, scope, member.id);
    const { version } = await tx.member.update({
      where: { workspaceId_id: { workspaceId, id: member.id }, version: target.baseVersion },
      data: { role: input.role, version: { increment: 1 } },
    });
    const payload = { before: member.role, after: input.role };
    await record(tx, scope, { type: "member.role_changed", payload, entityId: member.id });
    return { outcome: "changed", version };
  });
}

/**
 * Takes somebody off the desk: what they wrote stays, with their name; their sessions, tokens and live streams end.
 * @throws Refusal not_found, conflict for the last owner
 */
export async function removeMember(actor: Actor, target: VersionedTarget): Promise<MemberOutcome> {
  const scope = await authorize(actor, target.workspace, "member.manage");
  const now = new Date();
  const { workspaceId } = scope;
  return transact(scope, async (tx) => {
    await lockSettings(tx, scope);
    const member = await loadMember(tx, scope, target.memberId);
    if (member.version !== target.baseVersion) return { outcome: "stale", version: member.version };
    if (member.role === "owner") await requireAnotherOwner(tx, scope, member.id);
    const { version } = await tx.member.update({
      where: { workspaceId_id: { workspaceId, id: member.id }, version: target.baseVersion },
      data: { removedAt: now, version: { increment: 1 } },
    });
    await revokeSessions({ userId: member.userId }, now, tx);
    // Who comes back one day does not bring old tokens back to life.
    await tx.apiToken.updateMany({
      where: { workspaceId, memberId: member.id, revokedAt: null },
      data: { revokedAt: now },
    });
    await record(tx, scope, { type: "member.removed", payload: {}, entityId: member.id });
    return { outcome: "changed", version };
  });
}

async function requireAnotherOwner(tx: Tx, scope: WorkspaceScope, memberId: string): Promise<void> {
  const { workspaceId } = scope;
  const others = await tx.member.count({
    where: { workspaceId, role: "owner", removedAt: null, id: { not: memberId } },
  });
  if (others === 0) throw new Refusal("conflict", "A desk needs an owner: make somebody else one first.");
}

/**
 * A link with which a member sets a new password: once, within an hour; older ones are void. Only where nobody else's
 * desk would be opened by it.
 * @throws Refusal not_found, conflict when the member belongs to a desk that the caller does not own
 */
export async function makeResetLink(actor: Actor, target: MemberTarget): Promise<SecretLink> {
  const scope = await authorize(actor, target.workspace, "member.manage");
  return makeSecretLink("reset", (hash) =>
    transact(scope, async (tx) => {
      const member = await loadMember(tx, scope, target.memberId);
      await requireOwnDesksOnly(tx, scope, member.userId);
      await tx.accessLink.updateMany({
        where: { kind: "reset", userId: member.userId, usedAt: null },
        data: { usedAt: new Date() },
      });
      const link = await tx.accessLink.create({
        data: {
          kind: "reset",
          tokenHash: hash,
          userId: member.userId,
          expiresAt: new Date(Date.now() + resetMs),
        },
      });
      await record(tx, scope, { type: "member.reset_offered", payload: {}, entityId: member.id });
      return { id: link.id, tokenHash: link.tokenHash, expiresAt: link.expiresAt.toISOString() };
    }),
  );
}

async function requireOwnDesksOnly(tx: Tx, scope: WorkspaceScope, userId: string): Promise<void> {
  const elsewhere = await tx.member.count({
    where: {
      userId,
      removedAt: null,
      workspace: {
        members: { none: { userId: scope.actor.userId, role: "owner", removedAt: null } },
      },
    },
  });
  if (elsewhere === 0) return;
  throw new Refusal(
    "conflict",
    "This person also works at a desk that is not yours; an owner of that desk has to make the link.",
  );
}
