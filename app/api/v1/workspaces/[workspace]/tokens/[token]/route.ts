import * as endpoints from "@/lib/server/api/endpoints/tokens";
import { defineRoute } from "@/lib/server/http/define-route";
import { revokeToken } from "@/lib/server/tokens/commands";

export const DELETE = defineRoute(endpoints.revokeToken, async ({ actor, params }) =>
  Response.json(await revokeToken(actor, { workspace: params.workspace, tokenId: params.token })),
);
