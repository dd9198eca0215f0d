import { z } from "zod";
import { defineRoute } from "@/lib/server/http/define-route";
import { sourceParams } from "@/lib/server/http/params";
import { takeSnapshot } from "@/lib/server/sources/commands";

export const POST = defineRoute({
  params: sourceParams,
  body: z.strictObject({}),
  run: async ({ actor, params: { workspace, source } }) => {
    const { jobId } = await takeSnapshot(actor, { workspace, sourceId: source });
    return Response.json({ id: jobId }, { status: 202 });
  },
});
