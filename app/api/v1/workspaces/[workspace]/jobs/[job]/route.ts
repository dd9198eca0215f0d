import { defineRoute } from "@/lib/server/http/define-route";
import { jobParams } from "@/lib/server/http/params";
import { getJob } from "@/lib/server/jobs/queries";

export const GET = defineRoute({
  params: jobParams,
  run: async ({ actor, params: { workspace, job } }) =>
    Response.json(await getJob(actor, { workspace, jobId: job })),
});
