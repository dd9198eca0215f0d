import { differingQuerySchema } from "@/lib/core/agreement/report";
import { listDiffering } from "@/lib/server/agreement/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";

export const GET = defineRoute({
  params: workspaceParams,
  query: differingQuerySchema,
  run: async ({ actor, params, query }) => {
    return Response.json({ items: await listDiffering(actor, params, query), nextCursor: null });
  },
});
