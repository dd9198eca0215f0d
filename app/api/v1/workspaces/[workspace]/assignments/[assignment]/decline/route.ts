import * as endpoints from "@/lib/server/api/endpoints/assignments";
import { declineAssignment } from "@/lib/server/assignments/commands";
import { defineRoute } from "@/lib/server/http/define-route";

export const POST = defineRoute(endpoints.declineAssignment, async ({ actor, params, body }) => {
  const target = { workspace: params.workspace, assignmentId: params.assignment };
  return Response.json(await declineAssignment(actor, target, body));
});
