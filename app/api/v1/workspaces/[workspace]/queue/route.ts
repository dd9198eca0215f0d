import * as endpoints from "@/lib/server/api/endpoints/queue";
import { defineRoute } from "@/lib/server/http/define-route";
import { listQueue } from "@/lib/server/queue/queries";

export const GET = defineRoute(endpoints.listQueue, async ({ actor, params, query }) =>
  Response.json(await listQueue(actor, params, query)),
);
