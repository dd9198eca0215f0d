import * as endpoints from "@/lib/server/api/endpoints/jobs";
import { defineRoute } from "@/lib/server/http/define-route";
import { getJob } from "@/lib/server/jobs/queries";

export const GET = defineRoute(endpoints.getJob, async ({ actor, params: { workspace, job } }) =>
  Response.json(await getJob(actor, { workspace, jobId: job })),
);
