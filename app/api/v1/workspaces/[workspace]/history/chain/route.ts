import * as endpoints from "@/lib/server/api/endpoints/history";
import { checkChain } from "@/lib/server/events/queries";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.checkChain, async ({ actor, params }) =>
  Response.json(await checkChain(actor, params)),
);
