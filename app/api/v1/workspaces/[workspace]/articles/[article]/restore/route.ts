import * as endpoints from "@/lib/server/api/endpoints/articles";
import { restoreArticle } from "@/lib/server/articles/commands";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";

export const POST = defineRoute(endpoints.restoreArticle, async ({ actor, params, request }) => {
  const { workspace, article: id } = params;
  const target = { workspace, articleId: id, baseVersion: requireVersion(request) };
  const { outcome, version } = await restoreArticle(actor, target);
  return outcome === "stale" ? staleResponse({ id, version }) : Response.json({ id, version });
});
