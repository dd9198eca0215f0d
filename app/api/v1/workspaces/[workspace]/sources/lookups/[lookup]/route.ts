import * as endpoints from "@/lib/server/api/endpoints/sources";
import { defineRoute } from "@/lib/server/http/define-route";
import { getLookup } from "@/lib/server/sources/queries";

export const GET = defineRoute(endpoints.getLookup, async ({ actor, params: { workspace, lookup } }) =>
  Response.json(await getLookup(actor, { workspace, jobId: lookup })),
);
