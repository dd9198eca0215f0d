import "server-only";
import { can } from "@/lib/core/permissions/table";
import { Refusal } from "@/lib/core/shared/refusal";
import type { MadeToken, TokenInput } from "@/lib/core/tokens/token";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { requireFresh } from "../auth/fresh-sign-in";
import { newToken } from "../auth/token-actor";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";

const dayMs = 24 * 60 * 60_000;
const maxTokens = 20;

/**
 * A token with which a program acts as the caller. It is answered this once; only its hash is kept.
 * @throws Refusal forbidden when the caller signed in more than ten minutes ago; too_many when they have 20 that are in force
 */
export async function makeToken(
  actor: Actor,
  target: { readonly workspace: string },
  input: TokenInput,
): Promise<MadeToken> {
  const scope = await authorize(actor, target.workspace, "token.change");
  requireFresh(actor, new Date());
  const made = newToken();
  const kept = await transact(scope, (tx) => keep(tx, scope, input, made));
  // Of a request that was sent twice the second finds the first one's token, which nobody knows by now.
  const { id, tokenHash, expiresAt } = kept;
  return { id, token: tokenHash === made.hash ? made.token : null, expiresAt };
}

async function keep(
  tx: Tx,
  scope: WorkspaceScope,
  { name, scope: tokenScope, days }: TokenInput,
  { hash, prefix }: { readonly hash: string; readonly prefix: string },
) {
  const { workspaceId, memberId } = scope;
  const now = new Date();
  // One after the other, so that the limit holds for many at once too.
  await tx.$queryRaw`select 1 from member where workspace_id = ${workspaceId}::uuid and id = ${memberId}::uuid for update`;
  const inForce = await tx.apiToken.count({
    where: { workspaceId, memberId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
  });
  if (inForce >= maxTokens) {
    throw new Refusal(
      "too_many",
      `You have ${maxTokens} tokens in force. Revoke those that nothing uses any more.`,
    );
  }
  const expiresAt = days === null ? null : new Date(now.getTime() + days * dayMs);
  const token = await tx.apiToken.create({
    data: { workspaceId, memberId, name, prefix, tokenHash: hash, scope: tokenScope, expiresAt },
  });
  await record(tx, scope, { type: "token.made", payload: { name, scope: tokenScope }, entityId: token.id });
  return { id: token.id, tokenHash: token.tokenHash, expiresAt: expiresAt?.toISOString() ?? null };
}

/**
 * Ends a token with the next request it is used for: one's own, or as an owner anybody's. Revoking twice is revoking once.
 * @throws Refusal not_found
 */
export async function revokeToken(
  actor: Actor,
  target: { readonly workspace: string; readonly tokenId: string },
): Promise<{ readonly id: string }> {
  const scope = await authorize(actor, target.workspace, "token.change");
  const { workspaceId, memberId } = scope;
  const id = target.tokenId;
  return transact(scope, async (tx) => {
    const found = await tx.apiToken.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!found || (found.memberId !== memberId && !can(scope.role, "member.manage"))) {
      throw new Refusal("not_found", "There is no such token here.");
    }
    const revoked = await tx.apiToken.updateMany({
      where: { workspaceId, id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (revoked.count > 0) {
      await record(tx, scope, { type: "token.revoked", payload: { name: found.name }, entityId: id });
    }
    return { id };
  });
}
