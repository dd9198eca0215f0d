import { z } from "zod";
import { withdrawAssignment } from "@/lib/server/assignments/commands";
import { defineRoute } from "@/lib/server/http/define-route";
import { assignmentParams } from "@/lib/server/http/params";

export const POST = defineRoute({
  params: assignmentParams,
  body: z.strictObject({}),
  run: async ({ actor, params }) => {
    const target = { workspace: params.workspace, assignmentId: params.assignment };
    return Response.json(await withdrawAssignment(actor, target));
  },
});
