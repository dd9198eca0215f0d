import "server-only";
import { can } from "@/lib/core/permissions/table";
import type { TokenLine } from "@/lib/core/tokens/token";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";

/** Tokens that are in force, the newest first: one's own, and for owners those of the whole desk. */
export async function listTokens(
  actor: Actor,
  target: { readonly workspace: string },
): Promise<readonly TokenLine[]> {
  const scope = await authorize(actor, target.workspace, "token.read");
  const { workspaceId, memberId } = scope;
  const tokens = await db().apiToken.findMany({
    where: {
      workspaceId,
      ...(can(scope.role, "member.manage") ? {} : { memberId }),
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
      member: { removedAt: null },
    },
    include: { member: { select: { user: { select: { name: true } } } } },
    orderBy: { id: "desc" },
  });
  return tokens.map(
    ({ id, name, prefix, scope: tokenScope, createdAt, expiresAt, lastUsedAt, ...token }) => ({
      id,
      name,
      prefix,
      scope: tokenScope,
      member: { memberId: token.memberId, name: token.member.user.name },
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }),
  );
}
