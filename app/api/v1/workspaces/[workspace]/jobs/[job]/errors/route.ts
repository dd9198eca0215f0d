import { z } from "zod";
import { defineRoute } from "@/lib/server/http/define-route";
import { jobParams } from "@/lib/server/http/params";
import { listJobErrors } from "@/lib/server/jobs/queries";

/** The cursor is the line that was read last. */
const query = z.strictObject({
  cursor: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const GET = defineRoute({
  params: jobParams,
  query,
  run: async ({ actor, params: { workspace, job }, query: { cursor = -1, limit } }) =>
    Response.json(await listJobErrors(actor, { workspace, jobId: job }, { after: cursor, limit })),
});
