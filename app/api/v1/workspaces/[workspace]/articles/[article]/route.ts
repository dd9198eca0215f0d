import * as endpoints from "@/lib/server/api/endpoints/articles";
import { binArticle, changeArticle } from "@/lib/server/articles/commands";
import { getArticle } from "@/lib/server/articles/queries";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";

export const GET = defineRoute(endpoints.getArticle, async ({ actor, params }) =>
  Response.json(await getArticle(actor, { workspace: params.workspace, articleId: params.article })),
);

export const PATCH = defineRoute(endpoints.changeArticle, async ({ actor, params, body, request }) => {
  const target = { workspace: params.workspace, articleId: params.article };
  const { outcome } = await changeArticle(actor, { ...target, baseVersion: requireVersion(request) }, body);
  const article = await getArticle(actor, target);
  return outcome === "stale" ? staleResponse(article) : Response.json(article);
});

export const DELETE = defineRoute(endpoints.binArticle, async ({ actor, params, request }) => {
  const { workspace, article: id } = params;
  const target = { workspace, articleId: id, baseVersion: requireVersion(request) };
  const { outcome, version } = await binArticle(actor, target);
  return outcome === "stale" ? staleResponse({ id, version }) : Response.json({ id, version });
});
