import { articleInputSchema } from "@/lib/core/articles/article";
import { importArticle } from "@/lib/server/articles/commands";
import { listArticles } from "@/lib/server/articles/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { pageQuerySchema } from "@/lib/server/http/page";
import { workspaceParams } from "@/lib/server/http/params";

export const GET = defineRoute({
  params: workspaceParams,
  query: pageQuerySchema,
  run: async ({ actor, params, query }) => Response.json(await listArticles(actor, params, query)),
});

export const POST = defineRoute({
  params: workspaceParams,
  body: articleInputSchema,
  // The longest text that is taken, with every character escaped.
  maxBytes: 32_000_000,
  run: async ({ actor, params, body }) =>
    Response.json(await importArticle(actor, params, body), { status: 201 }),
});
