import * as endpoints from "@/lib/server/api/endpoints/reviews";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { castVote } from "@/lib/server/review/commands";

export const POST = defineRoute(endpoints.castVote, async ({ actor, params, body }) => {
  const target = { workspace: params.workspace, claimId: params.claim };
  const { state } = await castVote(actor, target, body);
  return Response.json({ state, claim: await getClaimDetail(actor, target) }, { status: 201 });
});
