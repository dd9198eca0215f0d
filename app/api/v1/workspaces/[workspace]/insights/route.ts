import * as endpoints from "@/lib/server/api/endpoints/agreement";
import { defineRoute } from "@/lib/server/http/define-route";
import { getInsights } from "@/lib/server/insights/queries";

export const GET = defineRoute(endpoints.getInsights, async ({ actor, params }) =>
  Response.json(await getInsights(actor, params)),
);
