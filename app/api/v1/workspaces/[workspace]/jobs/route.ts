import * as endpoints from "@/lib/server/api/endpoints/jobs";
import { defineRoute } from "@/lib/server/http/define-route";
import { listJobs } from "@/lib/server/jobs/queries";

export const GET = defineRoute(endpoints.listJobs, async ({ actor, params }) =>
  Response.json({ items: await listJobs(actor, params), nextCursor: null }),
);
