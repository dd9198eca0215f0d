import "server-only";
import type { Scale } from "@/lib/core/verdicts/scale";
import type { ScaleInput } from "@/lib/core/verdicts/scale-input";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { toScale } from "../workspaces/rows";
import { lockSettings, newestScale } from "../workspaces/settings";

export type ScaleOutcome = { readonly outcome: "changed" | "stale"; readonly scale: Scale };

/**
 * Writes the next version of the house scale; versions count over all scales that a desk has had. Articles keep the
 * version they came in with: what is rated already keeps its meaning.
 */
export async function changeScale(
  actor: Actor,
  target: { readonly workspace: string; readonly baseVersion: number },
  input: ScaleInput,
): Promise<ScaleOutcome> {
  const scope = await authorize(actor, target.workspace, "settings.change");
  const { workspaceId } = scope;
  return transact(scope, async (tx) => {
    await lockSettings(tx, scope);
    const current = await newestScale(tx, scope);
    if (current.version !== target.baseVersion) return { outcome: "stale", scale: toScale(current) };
    const { key, name, guidelines, options } = input;
    const scale = await tx.scale.create({
      data: { workspaceId, key, name, guidelines, options, version: current.version + 1 },
    });
    const payload = { name, version: scale.version };
    await record(tx, scope, { type: "scale.changed", payload, entityId: scale.id });
    return { outcome: "changed", scale: toScale(scale) };
  });
}
