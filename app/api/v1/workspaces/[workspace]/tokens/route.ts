import { tokenInputSchema } from "@/lib/core/tokens/token";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { makeToken } from "@/lib/server/tokens/commands";
import { listTokens } from "@/lib/server/tokens/queries";

export const GET = defineRoute({
  params: workspaceParams,
  run: async ({ actor, params }) => Response.json({ items: await listTokens(actor, params) }),
});

export const POST = defineRoute({
  params: workspaceParams,
  body: tokenInputSchema,
  run: async ({ actor, params, body }) =>
    Response.json(await makeToken(actor, params, body), { status: 201 }),
});
