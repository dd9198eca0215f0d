import * as endpoints from "@/lib/server/api/endpoints/assignments";
import { handOver } from "@/lib/server/assignments/commands";
import { defineRoute } from "@/lib/server/http/define-route";

export const POST = defineRoute(endpoints.handOver, async ({ actor, params, body }) => {
  const target = { workspace: params.workspace, assignmentId: params.assignment };
  return Response.json(await handOver(actor, target, body));
});
