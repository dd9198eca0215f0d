import "server-only";
import { tokenPrefix } from "@/lib/core/tokens/token";
import { db } from "../db/client";
import { env } from "../env";
import type { Actor } from "./actor";
import { hashSecret, newSecret } from "./tokens";

/** Last use is told to within this: a write for every request would cost more than the news is worth. */
const lastUseMs = 60_000;
const shownChars = tokenPrefix.length + 6;

/**
 * A new token: 256 random bits behind a prefix that scanners for leaked secrets can look for. The hash is SHA-256,
 * without salt and fast: nobody can guess 256 random bits, however fast, so that what passwords need buys nothing here.
 */
export function newToken(): { readonly token: string; readonly hash: string; readonly prefix: string } {
  const token = tokenPrefix + newSecret().secret;
  return { token, hash: hashSecret(token), prefix: token.slice(0, shownChars) };
}

/** The member for whom a token acts; null when it is unknown, revoked or over, or when they may not enter any more. */
export async function findTokenActor(
  token: string,
  claims: Pick<Actor, "expectedMemberId" | "requestId" | "operation">,
  now: Date,
): Promise<Actor | null> {
  if (!token.startsWith(tokenPrefix)) return null;
  const found = await db().apiToken.findUnique({
    where: {
      tokenHash: hashSecret(token),
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      member: { removedAt: null, user: { disabledAt: null } },
    },
    select: {
      workspaceId: true,
      id: true,
      memberId: true,
      scope: true,
      lastUsedAt: true,
      member: { select: { user: { select: { id: true, name: true, email: true, demo: true } } } },
    },
  });
  if (!found) return null;
  const { workspaceId, id, memberId, scope, lastUsedAt, member } = found;
  const { id: userId, name, email, demo } = member.user;
  if (demo && env().ASSAY_DEMO !== "1") return null;
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > lastUseMs) {
    await db().apiToken.update({ where: { workspaceId_id: { workspaceId, id } }, data: { lastUsedAt: now } });
  }
  const grant = { id, workspaceId, memberId, scope };
  return { userId, name, email, ...claims, signedInAt: null, sessionId: null, token: grant };
}
