import * as endpoints from "@/lib/server/api/endpoints/claims";
import { listClaims } from "@/lib/server/articles/queries";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.listClaims, async ({ actor, params, query }) => {
  const target = { workspace: params.workspace, articleId: params.article };
  const items = await listClaims(actor, target, query);
  return Response.json({ items, nextCursor: null });
});
