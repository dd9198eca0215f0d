import "server-only";
import { policyKinds, type Policy } from "@/lib/core/review/policy";
import type { HouseStyle } from "@/lib/core/report/house-style";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { newestPolicy } from "../workspaces/settings";

export type Versioned<T> = T & { readonly version: number };

/** The version of each policy that new articles get. */
export async function listPolicies(
  actor: Actor,
  target: { readonly workspace: string },
): Promise<readonly Versioned<Policy>[]> {
  const scope = await authorize(actor, target.workspace, "settings.read");
  const rows = await Promise.all(policyKinds.map((kind) => newestPolicy(db(), scope, kind)));
  return rows.map(({ kind, version, annotations, quorum, panelSize }) => ({
    kind,
    version,
    annotations,
    quorum,
    panelSize,
  }));
}

/** What the desk lets its reports say of the people behind them. */
export async function getHouseStyle(
  actor: Actor,
  target: { readonly workspace: string },
): Promise<Versioned<HouseStyle>> {
  const { workspaceId: id } = await authorize(actor, target.workspace, "settings.read");
  return db().workspace.findUniqueOrThrow({
    where: { id },
    select: { printsDissent: true, namesCheckers: true, version: true },
  });
}
