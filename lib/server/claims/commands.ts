import "server-only";
import type { ClaimState, Disposition } from "@/lib/core/claims/claim";
import type { ClaimPatch } from "@/lib/core/claims/claim-patch";
import type { Disposal, DisposalResult } from "@/lib/core/claims/disposal";
import type { NewEvent } from "@/lib/core/events/event";
import { rulingHolds } from "@/lib/core/review/facts";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { by, record, recordAll } from "../events/record";
import { lockClaim, lockClaims, type LoadedClaim } from "../review/load-facts";
import { settle, settleAll } from "../review/settle";

export type ChangeOutcome =
  | { readonly outcome: "changed"; readonly version: number; readonly state: ClaimState }
  | { readonly outcome: "stale"; readonly version: number };

/** Changes wording, disposition or attribution of a claim. @throws Refusal not_found, forbidden */
export async function changeClaim(
  actor: Actor,
  target: { readonly workspace: string; readonly claimId: string; readonly baseVersion: number },
  patch: ClaimPatch,
): Promise<ChangeOutcome> {
  const scope = await authorize(actor, target.workspace, "claim.change");
  return transact(scope, async (tx): Promise<ChangeOutcome> => {
    const { row, facts } = await lockClaim(tx, scope, target.claimId);
    if (patch.wording !== undefined && patch.wording !== row.wording && rulingHolds(facts)) {
      throw new Refusal(
        "conflict",
        "This claim is ruled as it is worded. Its wording can be changed before a ruling only.",
      );
    }
    const { wording, disposition, speaker, saidOn, saidAt } = row;
    const before = { wording, disposition, speaker, saidOn, saidAt };
    const after = {
      wording: given(patch.wording, wording),
      disposition: given(patch.disposition, disposition),
      speaker: given(patch.speaker, speaker),
      saidOn: given(patch.saidOn, saidOn),
      saidAt: given(patch.saidAt, saidAt),
    };
    const dispositionReason = given(patch.dispositionReason, row.dispositionReason);
    const changed = await tx.claim.updateMany({
      where: { workspaceId: scope.workspaceId, id: row.id, version: target.baseVersion },
      data: { ...after, dispositionReason, version: { increment: 1 } },
    });
    if (changed.count === 0) return { outcome: "stale", version: row.version };
    await record(tx, scope, {
      type: "claim.changed",
      payload: { before, after },
      entityId: row.id,
      articleId: row.articleId,
      claimId: row.id,
    });
    return { outcome: "changed", version: target.baseVersion + 1, state: await settle(tx, scope, row.id) };
  });
}

/**
 * Says of many claims what they are, in one transaction and one line of history each. Those that changed since the caller
 * saw them are left alone and told; those that are so already are in neither list.
 * @throws Refusal not_found when one of them is not here, forbidden
 */
export async function disposeClaims(
  actor: Actor,
  target: { readonly workspace: string },
  { claims: asked, reason }: Disposal,
): Promise<DisposalResult> {
  const scope = await authorize(actor, target.workspace, "claim.change");
  return transact(scope, async (tx): Promise<DisposalResult> => {
    const locked = await lockClaims(
      tx,
      scope,
      asked.map(({ id }) => id),
    );
    const wanted = new Map(asked.map((one) => [one.id, one]));
    const isStale = ({ row }: LoadedClaim) => row.version !== wanted.get(row.id)?.version;
    const changing = locked.filter(
      (claim) => !isStale(claim) && claim.row.disposition !== wanted.get(claim.row.id)?.disposition,
    );
    const dispositionOf = ({ row }: LoadedClaim) => wanted.get(row.id)?.disposition ?? row.disposition;
    await writeDispositions(tx, scope, changing, { dispositionOf, reason: reason ?? null });
    await settleAll(
      tx,
      scope,
      changing.map(({ row }) => row.id),
    );
    return {
      changed: changing.map(({ row: { id, version, disposition: before } }) => ({
        id,
        version: version + 1,
        before,
      })),
      stale: locked.filter(isStale).map(({ row: { id, version } }) => ({ id, version })),
    };
  });
}

type Dispositions = {
  readonly dispositionOf: (claim: LoadedClaim) => Disposition;
  readonly reason: string | null;
};

/** The claims are locked: their versions are those that were read. */
async function writeDispositions(
  tx: Tx,
  scope: WorkspaceScope,
  claims: readonly LoadedClaim[],
  { dispositionOf, reason }: Dispositions,
): Promise<void> {
  for (const disposition of new Set(claims.map(dispositionOf))) {
    const ids = claims.filter((claim) => dispositionOf(claim) === disposition).map(({ row }) => row.id);
    await tx.claim.updateMany({
      where: { workspaceId: scope.workspaceId, id: { in: ids } },
      data: { disposition, dispositionReason: reason, version: { increment: 1 } },
    });
  }
  const events = claims.map((claim): NewEvent => {
    const { id, articleId, wording, disposition } = claim.row;
    const before = { wording, disposition };
    const after = { wording, disposition: dispositionOf(claim) };
    return { type: "claim.changed", payload: { before, after }, entityId: id, articleId, claimId: id };
  });
  if (events.length > 0) await recordAll(tx, by(scope), events);
}

/** What is not mentioned stays as it was; null empties it. */
function given<T>(value: T | undefined, before: T): T {
  return value === undefined ? before : value;
}
