import { z } from "zod";
import { defineRoute } from "@/lib/server/http/define-route";
import { jobParams } from "@/lib/server/http/params";
import { cancelJob } from "@/lib/server/jobs/commands";

export const POST = defineRoute({
  params: jobParams,
  body: z.strictObject({}),
  run: async ({ actor, params: { workspace, job } }) =>
    Response.json(await cancelJob(actor, { workspace, jobId: job })),
});
