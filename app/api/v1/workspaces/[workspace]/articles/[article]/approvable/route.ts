import * as endpoints from "@/lib/server/api/endpoints/reviews";
import { defineRoute } from "@/lib/server/http/define-route";
import { listApprovable } from "@/lib/server/review/queries";

export const GET = defineRoute(endpoints.listApprovable, async ({ actor, params }) =>
  Response.json({
    items: await listApprovable(actor, { workspace: params.workspace, articleId: params.article }),
  }),
);
