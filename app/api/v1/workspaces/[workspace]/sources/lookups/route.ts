import * as endpoints from "@/lib/server/api/endpoints/sources";
import { defineRoute } from "@/lib/server/http/define-route";
import { startLookup } from "@/lib/server/sources/commands";

export const POST = defineRoute(endpoints.startLookup, async ({ actor, params, body }) => {
  const { jobId } = await startLookup(actor, params, body);
  return Response.json({ id: jobId }, { status: 202 });
});
