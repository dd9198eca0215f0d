import * as endpoints from "@/lib/server/api/endpoints/sources";
import { defineRoute } from "@/lib/server/http/define-route";
import { takeSnapshot } from "@/lib/server/sources/commands";

export const POST = defineRoute(endpoints.takeSnapshot, async ({ actor, params: { workspace, source } }) => {
  const { jobId } = await takeSnapshot(actor, { workspace, sourceId: source });
  return Response.json({ id: jobId }, { status: 202 });
});
