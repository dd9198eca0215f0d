import * as endpoints from "@/lib/server/api/endpoints/members";
import { defineRoute } from "@/lib/server/http/define-route";
import { listColleagues } from "@/lib/server/workspaces/queries";

export const GET = defineRoute(endpoints.listColleagues, async ({ actor, params }) =>
  Response.json({ items: await listColleagues(actor, params) }),
);
