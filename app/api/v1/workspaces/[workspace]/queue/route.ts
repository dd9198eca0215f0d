import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { listQueue, queueQuerySchema } from "@/lib/server/queue/queries";

export const GET = defineRoute({
  params: workspaceParams,
  query: queueQuerySchema,
  run: async ({ actor, params, query }) => Response.json(await listQueue(actor, params, query)),
});
