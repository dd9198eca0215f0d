import * as endpoints from "@/lib/server/api/endpoints/claims";
import { splitClaim } from "@/lib/server/fits/commands";
import { fitResponse } from "@/lib/server/fits/response";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";

export const POST = defineRoute(endpoints.splitClaim, async ({ actor, params, body, request }) => {
  const { workspace, claim: claimId } = params;
  const target = { workspace, claimId, baseVersion: requireVersion(request) };
  return fitResponse(actor, workspace, await splitClaim(actor, target, body));
});
