import { defineRoute } from "@/lib/server/http/define-route";
import { lookupParams } from "@/lib/server/http/params";
import { getLookup } from "@/lib/server/sources/queries";

export const GET = defineRoute({
  params: lookupParams,
  run: async ({ actor, params: { workspace, lookup } }) =>
    Response.json(await getLookup(actor, { workspace, jobId: lookup })),
});
