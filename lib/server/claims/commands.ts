import "server-only";
import type { ClaimState } from "@/lib/core/claims/claim";
import type { ClaimPatch } from "@/lib/core/claims/claim-patch";
import { rulingHolds } from "@/lib/core/review/facts";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { lockClaim } from "../review/load-facts";
import { settle } from "../review/settle";

export type ChangeOutcome =
  | { readonly outcome: "changed"; readonly version: number; readonly state: ClaimState }
  | { readonly outcome: "stale"; readonly version: number };

/** Changes wording or disposition of a claim. @throws Refusal not_found, forbidden */
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
    const before = { wording: row.wording, disposition: row.disposition };
    const after = {
      wording: patch.wording === undefined ? before.wording : patch.wording,
      disposition: patch.disposition ?? before.disposition,
    };
    const reason = patch.dispositionReason === undefined ? row.dispositionReason : patch.dispositionReason;
    const changed = await tx.claim.updateMany({
      where: { workspaceId: scope.workspaceId, id: row.id, version: target.baseVersion },
      data: { ...after, dispositionReason: reason, version: { increment: 1 } },
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
