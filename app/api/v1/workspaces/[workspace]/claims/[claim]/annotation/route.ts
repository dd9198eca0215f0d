import { saveAnnotation } from "@/lib/server/annotations/commands";
import * as endpoints from "@/lib/server/api/endpoints/annotations";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";

export const PUT = defineRoute(endpoints.saveAnnotation, async ({ actor, params, body, request }) => {
  const target = { workspace: params.workspace, claimId: params.claim };
  const result = await saveAnnotation(actor, { ...target, baseVersion: requireVersion(request) }, body);
  // What the saver may see of the claim now: the state that the transaction saw may still be hidden from them.
  const claim = await getClaimDetail(actor, target);
  if (result.outcome === "stale") return staleResponse(claim);
  return Response.json({ version: result.version, state: claim.claim.state, claim });
});
