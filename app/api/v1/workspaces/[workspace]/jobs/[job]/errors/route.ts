import * as endpoints from "@/lib/server/api/endpoints/jobs";
import { defineRoute } from "@/lib/server/http/define-route";
import { listJobErrors } from "@/lib/server/jobs/queries";

export const GET = defineRoute(
  endpoints.listJobErrors,
  async ({ actor, params: { workspace, job }, query: { cursor = -1, limit } }) =>
    Response.json(await listJobErrors(actor, { workspace, jobId: job }, { after: cursor, limit })),
);
