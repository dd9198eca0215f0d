import * as endpoints from "@/lib/server/api/endpoints/members";
import { defineRoute } from "@/lib/server/http/define-route";
import { listMembers } from "@/lib/server/members/queries";

export const GET = defineRoute(endpoints.listMembers, async ({ actor, params }) =>
  Response.json({ items: await listMembers(actor, params) }),
);
