import * as endpoints from "@/lib/server/api/endpoints/tokens";
import { defineRoute } from "@/lib/server/http/define-route";
import { makeToken } from "@/lib/server/tokens/commands";
import { listTokens } from "@/lib/server/tokens/queries";

export const GET = defineRoute(endpoints.listTokens, async ({ actor, params }) =>
  Response.json({ items: await listTokens(actor, params) }),
);

export const POST = defineRoute(endpoints.makeToken, async ({ actor, params, body }) =>
  Response.json(await makeToken(actor, params, body), { status: 201 }),
);
