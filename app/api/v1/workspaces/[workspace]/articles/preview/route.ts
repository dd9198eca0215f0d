import * as endpoints from "@/lib/server/api/endpoints/articles";
import { previewArticle } from "@/lib/server/articles/preview";
import { defineRoute } from "@/lib/server/http/define-route";

export const POST = defineRoute(endpoints.previewArticle, async ({ actor, params, body }) =>
  Response.json(await previewArticle(actor, params, body)),
);
