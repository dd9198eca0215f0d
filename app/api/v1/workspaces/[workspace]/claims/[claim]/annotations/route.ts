import * as endpoints from "@/lib/server/api/endpoints/annotations";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.listAnnotations, async ({ actor, params }) => {
  const detail = await getClaimDetail(actor, { workspace: params.workspace, claimId: params.claim });
  return Response.json({ own: detail.own, colleagues: detail.colleagues, blind: detail.blind });
});
