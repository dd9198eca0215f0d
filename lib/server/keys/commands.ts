import "server-only";
import type { OwnKeys } from "@/lib/core/keys/shortcut";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import type { KeptKeys } from "./queries";

export type KeysOutcome = { readonly outcome: "saved" | "stale"; readonly version: number };

/**
 * What the caller has changed of the keys from now on, as a whole. Somebody who started from an older version gets `stale`
 * and nothing is written.
 * @throws Refusal not_found
 */
export async function saveKeys(
  actor: Actor,
  target: { readonly workspace: string; readonly baseVersion: number },
  keys: OwnKeys,
): Promise<KeysOutcome> {
  const scope = await authorize(actor, target.workspace, "keys.change");
  return transact(scope, async (tx): Promise<KeysOutcome> => {
    const version = target.baseVersion + 1;
    if (await writeNext(tx, scope, { keys, version })) return { outcome: "saved", version };
    const { workspaceId, memberId } = scope;
    const now = await tx.memberKeys.findUnique({
      where: { workspaceId_memberId: { workspaceId, memberId } },
      select: { version: true },
    });
    return { outcome: "stale", version: now?.version ?? 0 };
  });
}

/** By compare-and-set; the unique key refuses a second first version. @returns whether it was written */
async function writeNext(
  tx: Tx,
  { workspaceId, memberId }: WorkspaceScope,
  { keys, version }: KeptKeys,
): Promise<boolean> {
  if (version === 1) {
    const data = [{ workspaceId, memberId, keys, version }];
    return (await tx.memberKeys.createMany({ data, skipDuplicates: true })).count > 0;
  }
  const where = { workspaceId, memberId, version: version - 1 };
  return (await tx.memberKeys.updateMany({ where, data: { keys, version } })).count > 0;
}
