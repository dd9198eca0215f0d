import { getArticle } from "@/lib/server/articles/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { articleParams } from "@/lib/server/http/params";

export const GET = defineRoute({
  params: articleParams,
  run: async ({ actor, params }) =>
    Response.json(await getArticle(actor, { workspace: params.workspace, articleId: params.article })),
});
