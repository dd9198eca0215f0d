import { waiverInputSchema } from "@/lib/core/report/waiver";
import { defineRoute } from "@/lib/server/http/define-route";
import { articleParams } from "@/lib/server/http/params";
import { askWaiver } from "@/lib/server/waivers/commands";

export const POST = defineRoute({
  params: articleParams,
  body: waiverInputSchema,
  run: async ({ actor, params, body }) => {
    const target = { workspace: params.workspace, articleId: params.article };
    const result = await askWaiver(actor, target, body);
    return Response.json(result, { status: result.outcome === "asked" ? 201 : 200 });
  },
});
