import * as endpoints from "@/lib/server/api/endpoints/reviews";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";
import { reviewAnnotation } from "@/lib/server/review/commands";

export const POST = defineRoute(endpoints.reviewAnnotation, async ({ actor, params, body }) => {
  const { workspace, annotation: annotationId } = params;
  const result = await reviewAnnotation(actor, { workspace, annotationId }, body);
  const claim = await getClaimDetail(actor, { workspace, claimId: result.claimId });
  if (result.outcome === "stale") return staleResponse(claim);
  return Response.json({ state: result.state, claim }, { status: 201 });
});
