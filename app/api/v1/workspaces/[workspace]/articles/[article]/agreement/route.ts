import { getAgreement } from "@/lib/server/agreement/queries";
import * as endpoints from "@/lib/server/api/endpoints/agreement";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.getArticleAgreement, async ({ actor, params, query }) => {
  const target = { workspace: params.workspace, articleId: params.article };
  return Response.json(await getAgreement(actor, target, query));
});
