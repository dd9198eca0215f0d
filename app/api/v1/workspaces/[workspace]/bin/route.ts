import * as endpoints from "@/lib/server/api/endpoints/articles";
import { listBin } from "@/lib/server/articles/queries";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.listBin, async ({ actor, params, query }) =>
  Response.json(await listBin(actor, params, query)),
);
