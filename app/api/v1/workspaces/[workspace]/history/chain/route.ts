import { checkChain } from "@/lib/server/events/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";

export const GET = defineRoute({
  params: workspaceParams,
  run: async ({ actor, params }) => Response.json(await checkChain(actor, params)),
});
