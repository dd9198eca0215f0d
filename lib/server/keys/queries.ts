import "server-only";
import { noOwnKeys, type OwnKeys } from "@/lib/core/keys/shortcut";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";

/** What the caller has changed of the keys; version 0 while that is nothing. */
export type KeptKeys = { readonly keys: OwnKeys; readonly version: number };

/** The caller's own keys at this desk. @throws Refusal not_found */
export async function getKeys(actor: Actor, target: { readonly workspace: string }): Promise<KeptKeys> {
  const { workspaceId, memberId } = await authorize(actor, target.workspace, "article.read");
  const row = await db().memberKeys.findUnique({
    where: { workspaceId_memberId: { workspaceId, memberId } },
  });
  // Written by saveKeys alone; a name that this version of the program does not know is passed over where it is used.
  return row ? { keys: row.keys as OwnKeys, version: row.version } : { keys: noOwnKeys, version: 0 };
}
