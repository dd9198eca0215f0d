import { getClaimDetail } from "@/lib/server/claims/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { claimParams } from "@/lib/server/http/params";

export const GET = defineRoute({
  params: claimParams,
  run: async ({ actor, params }) => {
    const detail = await getClaimDetail(actor, { workspace: params.workspace, claimId: params.claim });
    return Response.json({ own: detail.own, colleagues: detail.colleagues, blind: detail.blind });
  },
});
