import "server-only";
import type { Viewer } from "@/lib/core/review/facts";
import { Refusal } from "@/lib/core/shared/refusal";
import { findOption } from "@/lib/core/verdicts/scale";
import { scaleOptionsSchema } from "@/lib/core/verdicts/scale-input";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import type { LoadedClaim } from "./load-facts";

/** @throws Refusal bad_input when the scale that the claim is rated with has no such verdict. */
export async function checkVerdict(
  tx: Tx,
  scope: WorkspaceScope,
  claim: LoadedClaim,
  verdict: string,
): Promise<void> {
  const { options } = await tx.scale.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id: claim.row.scaleId } },
  });
  if (findOption({ options: scaleOptionsSchema.parse(options) }, verdict)) return;
  const message = `There is no verdict “${verdict}” on the scale of this claim.`;
  throw new Refusal("bad_input", message, [{ field: "/verdict", message }]);
}

export function viewerOf(scope: WorkspaceScope): Viewer {
  return { memberId: scope.memberId, role: scope.role };
}
