import "server-only";
import type { Viewer } from "@/lib/core/review/facts";
import { Refusal } from "@/lib/core/shared/refusal";
import type { WorkspaceScope } from "../auth/actor";
import type { LoadedClaim } from "./load-facts";

/**
 * @param field where the request names the verdict
 * @throws Refusal bad_input when the scale that the claim is rated with has no such verdict
 */
export function checkVerdict({ row }: LoadedClaim, verdict: string, field = "/verdict"): void {
  if (row.verdicts.includes(verdict)) return;
  const message = `There is no verdict “${verdict}” on the scale of this claim.`;
  throw new Refusal("bad_input", message, [{ field, message }]);
}

export function viewerOf(scope: Pick<WorkspaceScope, "memberId" | "role">): Viewer {
  return { memberId: scope.memberId, role: scope.role };
}
