import { defineRoute } from "@/lib/server/http/define-route";
import { articleParams } from "@/lib/server/http/params";
import { listApprovable } from "@/lib/server/review/queries";

export const GET = defineRoute({
  params: articleParams,
  run: async ({ actor, params }) =>
    Response.json({
      items: await listApprovable(actor, { workspace: params.workspace, articleId: params.article }),
    }),
});
