import { listClaims } from "@/lib/server/articles/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { articleParams } from "@/lib/server/http/params";

export const GET = defineRoute({
  params: articleParams,
  run: async ({ actor, params }) => {
    const items = await listClaims(actor, { workspace: params.workspace, articleId: params.article });
    return Response.json({ items, nextCursor: null });
  },
});
