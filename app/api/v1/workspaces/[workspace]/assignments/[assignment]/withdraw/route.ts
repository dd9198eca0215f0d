import * as endpoints from "@/lib/server/api/endpoints/assignments";
import { withdrawAssignment } from "@/lib/server/assignments/commands";
import { defineRoute } from "@/lib/server/http/define-route";

export const POST = defineRoute(endpoints.withdrawAssignment, async ({ actor, params }) => {
  const target = { workspace: params.workspace, assignmentId: params.assignment };
  return Response.json(await withdrawAssignment(actor, target));
});
