import "server-only";
import type { Viewer } from "@/lib/core/review/facts";
import { present } from "@/lib/core/shared/assert";
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
  await checkVerdicts(tx, scope, [{ claim, verdict, field: "/verdict" }]);
}

type GivenVerdict = {
  readonly claim: LoadedClaim;
  readonly verdict: string | null;
  /** Where the request names the verdict. */
  readonly field: string;
};

/** The same for many, in one query. */
export async function checkVerdicts(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  given: readonly GivenVerdict[],
): Promise<void> {
  const ids = [...new Set(given.map(({ claim }) => claim.row.scaleId))];
  const scales = await tx.scale.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, options: true },
  });
  const optionsOf = new Map(scales.map(({ id, options }) => [id, scaleOptionsSchema.parse(options)]));
  for (const { claim, verdict, field } of given) {
    const options = present(optionsOf.get(claim.row.scaleId), "a claim has a scale");
    if (verdict === null || findOption({ options }, verdict)) continue;
    const message = `There is no verdict “${verdict}” on the scale of this claim.`;
    throw new Refusal("bad_input", message, [{ field, message }]);
  }
}

export function viewerOf(scope: Pick<WorkspaceScope, "memberId" | "role">): Viewer {
  return { memberId: scope.memberId, role: scope.role };
}
