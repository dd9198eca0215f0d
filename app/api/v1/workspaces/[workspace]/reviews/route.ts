import * as endpoints from "@/lib/server/api/endpoints/reviews";
import { defineRoute } from "@/lib/server/http/define-route";
import { reviewMany } from "@/lib/server/review/commands";

export const POST = defineRoute(endpoints.reviewMany, async ({ actor, params, body }) =>
  Response.json(await reviewMany(actor, params, body)),
);
