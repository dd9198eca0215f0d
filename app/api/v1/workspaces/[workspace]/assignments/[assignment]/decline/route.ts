import { declineInputSchema } from "@/lib/core/assignments/assignment";
import { declineAssignment } from "@/lib/server/assignments/commands";
import { defineRoute } from "@/lib/server/http/define-route";
import { assignmentParams } from "@/lib/server/http/params";

export const POST = defineRoute({
  params: assignmentParams,
  body: declineInputSchema,
  run: async ({ actor, params, body }) => {
    const target = { workspace: params.workspace, assignmentId: params.assignment };
    return Response.json(await declineAssignment(actor, target, body));
  },
});
