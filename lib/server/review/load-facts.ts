import "server-only";
import type { ClaimFacts } from "@/lib/core/review/facts";
import { Refusal } from "@/lib/core/shared/refusal";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { selectClaimRows, type ClaimRow } from "./facts-rows";

export type LoadedClaim = { readonly row: ClaimRow; readonly facts: ClaimFacts; readonly round: number };

/** Reads a claim and locks it, so that two steps on one claim follow each other. @throws Refusal not_found */
export async function lockClaim(tx: Tx, scope: WorkspaceScope, claimId: string): Promise<LoadedClaim> {
  const [, claim] = await Promise.all([
    tx.$queryRaw`/* plan: a claim is locked */
    select 1 from claim where workspace_id = ${scope.workspaceId}::uuid and id = ${claimId}::uuid for no key update`,
    loadClaim(tx, scope, claimId),
  ]);
  return claim;
}

/** Reads claims and locks them, always in the same order. @throws Refusal not_found when one of them is not here */
export async function lockClaims(
  tx: Tx,
  scope: WorkspaceScope,
  claimIds: readonly string[],
): Promise<readonly LoadedClaim[]> {
  await tx.$queryRaw`
    select 1 from claim where workspace_id = ${scope.workspaceId}::uuid and id = any(${[...claimIds]}::uuid[])
    order by id for no key update`;
  return loadClaims(tx, scope, claimIds);
}

/** The claims in the order asked for. @throws Refusal not_found when one of them is not here */
export async function loadClaims(
  tx: Tx,
  scope: WorkspaceScope,
  claimIds: readonly string[],
): Promise<readonly LoadedClaim[]> {
  const found = await findClaims(tx, scope, claimIds);
  return claimIds.map((id) => {
    const claim = found.get(id);
    if (!claim) throw new Refusal("not_found", "One of these claims is not here.");
    return claim;
  });
}

/** Those of the claims that are here, by id: one query for all. */
export async function findClaims(
  tx: Tx,
  scope: Pick<WorkspaceScope, "workspaceId">,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, LoadedClaim>> {
  const rows = await selectClaimRows(tx, scope, claimIds);
  const now = new Date();
  return new Map(rows.map((row) => [row.id, toLoaded(row, now)]));
}

/** @throws Refusal not_found when the workspace has no such claim, or its article is in the bin. */
export async function loadClaim(tx: Tx, scope: WorkspaceScope, claimId: string): Promise<LoadedClaim> {
  const [row] = await selectClaimRows(tx, scope, [claimId]);
  if (!row) throw new Refusal("not_found", "There is no such claim here.");
  return toLoaded(row);
}

export function toLoaded(row: ClaimRow, now = new Date()): LoadedClaim {
  const { policy, disposition, stale, annotations, ruling } = row;
  // A new submission is new evidence: the panel votes again.
  const round = Math.max(0, ...annotations.map((annotation) => annotation.submittedVersion ?? 0));
  return {
    row,
    round,
    facts: {
      policy,
      disposition,
      stale,
      annotations,
      // A place whose lease has run out is free, whether the sweep has come by already or not.
      holders: row.assignments
        .filter(
          ({ kind, outcome, leaseExpiresAt }) =>
            kind === "annotate" && outcome === null && (!leaseExpiresAt || leaseExpiresAt > now),
        )
        .map(({ memberId }) => memberId),
      votes: row.votes.filter((vote) => vote.round === round),
      ruling,
    },
  };
}
