import { storableText } from "@/lib/core/shared/fields";
import { sourceInputSchema } from "@/lib/core/sources/source";
import { defineRoute } from "@/lib/server/http/define-route";
import { pageQuerySchema } from "@/lib/server/http/page";
import { workspaceParams } from "@/lib/server/http/params";
import { addSource } from "@/lib/server/sources/commands";
import { listSources } from "@/lib/server/sources/queries";

export const GET = defineRoute({
  params: workspaceParams,
  query: pageQuerySchema.extend({ q: storableText(200).optional() }),
  run: async ({ actor, params, query }) => Response.json(await listSources(actor, params, query)),
});

export const POST = defineRoute({
  params: workspaceParams,
  body: sourceInputSchema,
  run: async ({ actor, params, body }) => {
    const { outcome, source } = await addSource(actor, params, body);
    return Response.json(source, { status: outcome === "added" ? 201 : 200 });
  },
});
