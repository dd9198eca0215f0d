import { voteInputSchema } from "@/lib/core/annotations/annotation";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { claimParams } from "@/lib/server/http/params";
import { castVote } from "@/lib/server/review/commands";

export const POST = defineRoute({
  params: claimParams,
  body: voteInputSchema,
  run: async ({ actor, params, body }) => {
    const target = { workspace: params.workspace, claimId: params.claim };
    const { state } = await castVote(actor, target, body);
    return Response.json({ state, claim: await getClaimDetail(actor, target) }, { status: 201 });
  },
});
