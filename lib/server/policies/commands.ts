import "server-only";
import type { HouseStyle } from "@/lib/core/report/house-style";
import type { PanelInput } from "@/lib/core/review/policy";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { lockSettings, newestPolicy } from "../workspaces/settings";

type Target = { readonly workspace: string; readonly baseVersion: number };
export type PolicyOutcome = { readonly outcome: "changed" | "stale"; readonly version: number };

/** Sets the size and the quorum of new panels. Articles keep the version of their policy. */
export async function changePanel(actor: Actor, target: Target, input: PanelInput): Promise<PolicyOutcome> {
  const scope = await authorize(actor, target.workspace, "settings.change");
  const { workspaceId } = scope;
  return transact(scope, async (tx) => {
    await lockSettings(tx, scope);
    const current = await newestPolicy(tx, scope, "panel");
    if (current.version !== target.baseVersion) return { outcome: "stale", version: current.version };
    const { quorum, panelSize } = input;
    if (quorum === current.quorum && panelSize === current.panelSize) {
      return { outcome: "changed", version: current.version };
    }
    const version = current.version + 1;
    const { annotations } = current;
    const { id } = await tx.policy.create({
      data: { workspaceId, kind: "panel", annotations, quorum, panelSize, version },
      select: { id: true },
    });
    const payload = { kind: "panel", version };
    await record(tx, scope, { type: "policy.changed", payload, entityId: id });
    return { outcome: "changed", version };
  });
}

/** Sets what reports that are published from now on say of the people behind them. */
export async function changeHouseStyle(
  actor: Actor,
  target: Target,
  input: HouseStyle,
): Promise<PolicyOutcome> {
  const scope = await authorize(actor, target.workspace, "settings.change");
  const { workspaceId: id } = scope;
  return transact(scope, async (tx) => {
    await lockSettings(tx, scope);
    const current = await tx.workspace.findUniqueOrThrow({ where: { id } });
    if (current.version !== target.baseVersion) return { outcome: "stale", version: current.version };
    const fields = (["printsDissent", "namesCheckers"] as const).filter(
      (name) => current[name] !== input[name],
    );
    if (fields.length === 0) return { outcome: "changed", version: current.version };
    const { version } = await tx.workspace.update({
      where: { id },
      data: { ...input, version: { increment: 1 } },
    });
    await record(tx, scope, { type: "workspace.changed", payload: { fields }, entityId: id });
    return { outcome: "changed", version };
  });
}
