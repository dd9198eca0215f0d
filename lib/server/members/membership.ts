import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

/** @throws Refusal not_found */
export async function loadMember(tx: Tx, { workspaceId }: WorkspaceScope, id: string) {
  const member = await tx.member.findUnique({
    where: { workspaceId_id: { workspaceId, id }, removedAt: null },
  });
  if (!member) throw new Refusal("not_found", "There is no such member here.");
  return member;
}
