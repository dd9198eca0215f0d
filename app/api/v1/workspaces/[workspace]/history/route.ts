import * as endpoints from "@/lib/server/api/endpoints/history";
import { listHistory } from "@/lib/server/events/queries";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.listHistory, async ({ actor, params, query }) =>
  Response.json(await listHistory(actor, params, query)),
);
