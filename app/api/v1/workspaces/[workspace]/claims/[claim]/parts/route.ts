import { partInputSchema } from "@/lib/core/claims/fit";
import { claimPart } from "@/lib/server/fits/commands";
import { fitResponse } from "@/lib/server/fits/response";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { claimParams } from "@/lib/server/http/params";

export const POST = defineRoute({
  params: claimParams,
  body: partInputSchema,
  run: async ({ actor, params, body, request }) => {
    const { workspace, claim: claimId } = params;
    const target = { workspace, claimId, baseVersion: requireVersion(request) };
    return fitResponse(actor, workspace, await claimPart(actor, target, body));
  },
});
