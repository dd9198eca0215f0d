import { z } from "zod";
import { line } from "@/lib/core/shared/fields";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { startLookup } from "@/lib/server/sources/commands";

export const POST = defineRoute({
  params: workspaceParams,
  body: z.strictObject({ reference: line(2_000) }),
  run: async ({ actor, params, body }) => {
    const { jobId } = await startLookup(actor, params, body);
    return Response.json({ id: jobId }, { status: 202 });
  },
});
