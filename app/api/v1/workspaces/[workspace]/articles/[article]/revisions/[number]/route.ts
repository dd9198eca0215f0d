import * as endpoints from "@/lib/server/api/endpoints/revisions";
import { defineRoute } from "@/lib/server/http/define-route";
import { getRevision } from "@/lib/server/revisions/queries";

export const GET = defineRoute(
  endpoints.getRevision,
  async ({ actor, params: { workspace, article: articleId, number } }) =>
    Response.json(await getRevision(actor, { workspace, articleId, number })),
);
