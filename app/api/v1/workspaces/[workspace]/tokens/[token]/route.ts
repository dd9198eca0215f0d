import { defineRoute } from "@/lib/server/http/define-route";
import { tokenParams } from "@/lib/server/http/params";
import { revokeToken } from "@/lib/server/tokens/commands";

export const DELETE = defineRoute({
  params: tokenParams,
  run: async ({ actor, params }) =>
    Response.json(await revokeToken(actor, { workspace: params.workspace, tokenId: params.token })),
});
