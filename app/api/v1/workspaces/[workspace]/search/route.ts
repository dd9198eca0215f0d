import * as endpoints from "@/lib/server/api/endpoints/search";
import { defineRoute } from "@/lib/server/http/define-route";
import { search } from "@/lib/server/search/queries";

export const GET = defineRoute(endpoints.search, async ({ actor, params, query }) =>
  Response.json(await search(actor, params, query)),
);
