import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { getInsights } from "@/lib/server/insights/queries";

export const GET = defineRoute({
  params: workspaceParams,
  run: async ({ actor, params }) => Response.json(await getInsights(actor, params)),
});
