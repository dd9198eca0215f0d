import * as endpoints from "@/lib/server/api/endpoints/jobs";
import { defineRoute } from "@/lib/server/http/define-route";
import { cancelJob } from "@/lib/server/jobs/commands";

export const POST = defineRoute(endpoints.cancelJob, async ({ actor, params: { workspace, job } }) =>
  Response.json(await cancelJob(actor, { workspace, jobId: job })),
);
