import { historyQuerySchema } from "@/lib/core/events/history-query";
import { listHistory } from "@/lib/server/events/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";

export const GET = defineRoute({
  params: workspaceParams,
  query: historyQuerySchema,
  run: async ({ actor, params, query }) => Response.json(await listHistory(actor, params, query)),
});
