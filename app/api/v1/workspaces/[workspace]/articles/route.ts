import * as endpoints from "@/lib/server/api/endpoints/articles";
import { importArticle } from "@/lib/server/articles/commands";
import { listArticles } from "@/lib/server/articles/queries";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.listArticles, async ({ actor, params, query }) =>
  Response.json(await listArticles(actor, params, query)),
);

export const POST = defineRoute(endpoints.importArticle, async ({ actor, params, body }) =>
  Response.json(await importArticle(actor, params, body), { status: 201 }),
);
