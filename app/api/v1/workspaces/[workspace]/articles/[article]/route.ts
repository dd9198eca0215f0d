import * as endpoints from "@/lib/server/api/endpoints/articles";
import { getArticle } from "@/lib/server/articles/queries";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.getArticle, async ({ actor, params }) =>
  Response.json(await getArticle(actor, { workspace: params.workspace, articleId: params.article })),
);
