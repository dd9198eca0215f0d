import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { listJobs } from "@/lib/server/jobs/queries";

export const GET = defineRoute({
  params: workspaceParams,
  run: async ({ actor, params }) => Response.json({ items: await listJobs(actor, params), nextCursor: null }),
});
