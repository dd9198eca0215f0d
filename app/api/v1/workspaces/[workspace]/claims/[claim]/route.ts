import * as endpoints from "@/lib/server/api/endpoints/claims";
import { changeClaim } from "@/lib/server/claims/commands";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";

export const GET = defineRoute(endpoints.getClaim, async ({ actor, params }) =>
  Response.json(await getClaimDetail(actor, { workspace: params.workspace, claimId: params.claim })),
);

export const PATCH = defineRoute(endpoints.changeClaim, async ({ actor, params, body, request }) => {
  const target = { workspace: params.workspace, claimId: params.claim };
  const result = await changeClaim(actor, { ...target, baseVersion: requireVersion(request) }, body);
  const claim = await getClaimDetail(actor, target);
  if (result.outcome === "stale") return staleResponse(claim);
  return Response.json({ version: result.version, state: claim.claim.state, claim });
});
