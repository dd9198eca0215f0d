import { handOverInputSchema } from "@/lib/core/assignments/assignment";
import { handOver } from "@/lib/server/assignments/commands";
import { defineRoute } from "@/lib/server/http/define-route";
import { assignmentParams } from "@/lib/server/http/params";

export const POST = defineRoute({
  params: assignmentParams,
  body: handOverInputSchema,
  run: async ({ actor, params, body }) => {
    const target = { workspace: params.workspace, assignmentId: params.assignment };
    return Response.json(await handOver(actor, target, body));
  },
});
