import { previewInputSchema } from "@/lib/core/articles/article";
import { previewArticle } from "@/lib/server/articles/preview";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";

export const POST = defineRoute({
  params: workspaceParams,
  body: previewInputSchema,
  maxBytes: 32_000_000,
  run: async ({ actor, params, body }) => Response.json(await previewArticle(actor, params, body)),
});
