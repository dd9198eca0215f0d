import * as endpoints from "@/lib/server/api/endpoints/settings";
import { defineRoute } from "@/lib/server/http/define-route";
import { listPolicies } from "@/lib/server/policies/queries";

export const GET = defineRoute(endpoints.listPolicies, async ({ actor, params }) =>
  Response.json({ items: await listPolicies(actor, params) }),
);
