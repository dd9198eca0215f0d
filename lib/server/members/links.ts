import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import type { NewcomerInput } from "@/lib/core/members/member";
import type { Actor } from "../auth/actor";
import { hashPassword } from "../auth/password";
import { requireHardToGuess } from "../auth/password-strength";
import { revokeSessions } from "../auth/session-store";
import { hashSecret } from "../auth/tokens";
import { db, type Tx } from "../db/client";
import { recordAll } from "../events/record";

const over = "This link is used up, revoked or over. Ask an owner of the desk for a new one.";

type Bearer = { readonly signedIn: Actor } | { readonly newcomer: NewcomerInput };

/**
 * Joins a desk by an invitation's link. The link is used up by one atomic update in the transaction of the rest: of
 * twenty at once exactly one joins. Only the address that was invited can join: as the account that has it, or as a new one.
 * @returns the slug of the desk
 * @throws Refusal not_found when the link does not open; forbidden when another account is signed in; conflict when the
 * address has an account, which has to sign in; bad_input when the password is easy to guess
 */
export async function acceptInvitation(secret: string, bearer: Bearer, now: Date): Promise<string> {
  const passwordHash = "newcomer" in bearer ? await hashNewcomers(bearer.newcomer, secret) : null;
  return db().$transaction(async (tx) => {
    const invitation = await useInvitation(tx, secret, now);
    const { workspaceId, email, role } = invitation;
    const userId =
      "signedIn" in bearer
        ? requireInvited(bearer.signedIn, email)
        : await openAccount(tx, { email, name: bearer.newcomer.name, passwordHash: passwordHash ?? "" });
    const member = await tx.member.upsert({
      where: { workspaceId_userId: { workspaceId, userId } },
      create: { workspaceId, userId, role },
      update: { role, removedAt: null, version: { increment: 1 } },
      select: { id: true },
    });
    const joined = { type: "member.added", payload: { role }, entityId: member.id } as const;
    await recordAll(tx, { workspaceId, memberId: member.id, requestId: null }, [joined]);
    return invitation.workspace.slug;
  });
}

async function hashNewcomers({ name, password }: NewcomerInput, secret: string): Promise<string> {
  const invitation = await db().invitation.findUnique({
    where: { tokenHash: hashSecret(secret) },
    select: { email: true, workspace: { select: { name: true } } },
  });
  await requireHardToGuess(password, [name, invitation?.email ?? "", invitation?.workspace.name ?? ""]);
  return hashPassword(password);
}

async function useInvitation(tx: Tx, secret: string, now: Date) {
  const tokenHash = hashSecret(secret);
  const used = await tx.invitation.updateMany({
    where: { tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  if (used.count === 0) throw new Refusal("not_found", over);
  return tx.invitation.findUniqueOrThrow({
    where: { tokenHash },
    include: { workspace: { select: { slug: true } } },
  });
}

function requireInvited(actor: Actor, email: string): string {
  if (actor.email === email) return actor.userId;
  throw new Refusal("forbidden", `This invitation is for ${email}; you are signed in as ${actor.email}.`);
}

async function openAccount(
  tx: Tx,
  {
    email,
    name,
    passwordHash,
  }: { readonly email: string; readonly name: string; readonly passwordHash: string },
): Promise<string> {
  const made = await tx.user.createMany({ data: [{ email, name }], skipDuplicates: true });
  if (made.count === 0) {
    throw new Refusal("conflict", `${email} has an account here already: sign in with it, then accept.`);
  }
  const { id } = await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  await tx.credential.create({ data: { userId: id, passwordHash } });
  return id;
}

/**
 * Sets a password by a reset link, once, and ends all sessions of the account: whoever else had the old one is out.
 * @throws Refusal not_found when the link does not open; bad_input when the password is easy to guess
 */
export async function resetPassword(secret: string, password: string, now: Date): Promise<void> {
  const link = await db().accessLink.findUnique({
    where: { tokenHash: hashSecret(secret) },
    select: { user: { select: { name: true, email: true } } },
  });
  await requireHardToGuess(password, [link?.user?.name ?? "", link?.user?.email ?? ""]);
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    const tokenHash = hashSecret(secret);
    const used = await tx.accessLink.updateMany({
      where: { tokenHash, kind: "reset", usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (used.count === 0) throw new Refusal("not_found", over);
    const { userId } = await tx.accessLink.findUniqueOrThrow({ where: { tokenHash } });
    if (userId === null) throw new Refusal("not_found", over);
    await tx.credential.upsert({
      where: { userId },
      create: { userId, passwordHash },
      update: { passwordHash, changedAt: now },
    });
    await revokeSessions({ userId }, now, tx);
    await endTokens(tx, userId, now);
  });
}

/** Ends every token of a person, at every desk: whoever knew the old password may have made one. */
async function endTokens(tx: Tx, userId: string, now: Date): Promise<void> {
  const open = await tx.apiToken.findMany({
    where: { revokedAt: null, member: { userId } },
    select: { workspaceId: true, id: true, memberId: true, name: true },
  });
  for (const { workspaceId, id, memberId, name } of open) {
    await tx.apiToken.update({ where: { workspaceId_id: { workspaceId, id } }, data: { revokedAt: now } });
    const revoked = { type: "token.revoked", payload: { name }, entityId: id } as const;
    await recordAll(tx, { workspaceId, memberId, requestId: null }, [revoked]);
  }
}
