import "server-only";
import { Prisma } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

const underDoubleBlind = (workspaceId: string, claimIds: readonly string[]) => Prisma.sql`
  a.workspace_id = ${workspaceId}::uuid and a.claim_id = any(${[...claimIds]}::uuid[])
  and exists (
    select 1 from claim c
    join article x on x.workspace_id = c.workspace_id and x.id = c.article_id
    join policy p on p.workspace_id = x.workspace_id and p.id = x.policy_id and p.kind = 'double_blind'
    where c.workspace_id = a.workspace_id and c.id = a.claim_id)`;

/**
 * The words of these claims have changed. Under double-blind what was submitted on the words before is set aside at once
 * and for all alike: if it were with the first new submission, its going would tell of that. What is submitted on words
 * that change again before both are in counts for neither.
 */
export async function setAside(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  claimIds: { readonly newlyStale: readonly string[]; readonly staleAgain: readonly string[] },
): Promise<void> {
  await tx.$executeRaw`
    update annotation a set set_aside_version = a.submitted_version, submitted_version = null
    where a.submitted_version is not null and ${underDoubleBlind(workspaceId, claimIds.newlyStale)}`;
  await tx.$executeRaw`
    update annotation a set submitted_version = null
    where a.submitted_version is not null and ${underDoubleBlind(workspaceId, claimIds.staleAgain)}`;
}

/** The words that were judged are back, and with them what was submitted on them. */
export async function takeUpAgain(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  claimIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    update annotation a set submitted_version = a.set_aside_version, set_aside_version = null
    where ${underDoubleBlind(workspaceId, claimIds)}`;
}
