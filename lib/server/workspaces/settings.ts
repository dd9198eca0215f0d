import "server-only";
import type { PolicyKind } from "@/lib/core/review/policy";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

/** The version of the house scale that new articles are rated with. */
export function newestScale(tx: Tx, scope: WorkspaceScope) {
  return tx.scale.findFirstOrThrow({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ version: "desc" }, { createdAt: "desc" }],
  });
}

export function newestPolicy(tx: Tx, scope: WorkspaceScope, kind: PolicyKind) {
  return tx.policy.findFirstOrThrow({
    where: { workspaceId: scope.workspaceId, kind },
    orderBy: { version: "desc" },
  });
}

/** Changes of a desk's members and settings go one after the other. */
export async function lockSettings(tx: Tx, scope: WorkspaceScope): Promise<void> {
  await tx.$queryRaw`select 1 from workspace where id = ${scope.workspaceId}::uuid for no key update`;
}
