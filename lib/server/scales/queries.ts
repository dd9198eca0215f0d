import "server-only";
import type { Scale } from "@/lib/core/verdicts/scale";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { toScale } from "../workspaces/rows";
import { newestScale } from "../workspaces/settings";

/** The version of the house scale that new articles are rated with. */
export async function getScale(actor: Actor, target: { readonly workspace: string }): Promise<Scale> {
  const scope = await authorize(actor, target.workspace, "settings.read");
  return toScale(await newestScale(db(), scope));
}
