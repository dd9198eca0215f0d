import * as endpoints from "@/lib/server/api/endpoints/reports";
import { defineRoute } from "@/lib/server/http/define-route";
import { askWaiver } from "@/lib/server/waivers/commands";

export const POST = defineRoute(endpoints.askWaiver, async ({ actor, params, body }) => {
  const target = { workspace: params.workspace, articleId: params.article };
  const result = await askWaiver(actor, target, body);
  return Response.json(result, { status: result.outcome === "asked" ? 201 : 200 });
});
