import { mergeInputSchema } from "@/lib/core/claims/fit";
import { mergeClaims } from "@/lib/server/fits/commands";
import { fitResponse } from "@/lib/server/fits/response";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";

export const POST = defineRoute({
  params: workspaceParams,
  body: mergeInputSchema,
  run: async ({ actor, params, body }) =>
    fitResponse(actor, params.workspace, await mergeClaims(actor, params, body)),
});
