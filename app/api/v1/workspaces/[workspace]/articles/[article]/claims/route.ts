import { claimQuerySchema } from "@/lib/core/claims/claim-query";
import { listClaims } from "@/lib/server/articles/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { articleParams } from "@/lib/server/http/params";

export const GET = defineRoute({
  params: articleParams,
  query: claimQuerySchema,
  run: async ({ actor, params, query }) => {
    const target = { workspace: params.workspace, articleId: params.article };
    const items = await listClaims(actor, target, query);
    return Response.json({ items, nextCursor: null });
  },
});
