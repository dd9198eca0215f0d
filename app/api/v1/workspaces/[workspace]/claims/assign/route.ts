import * as endpoints from "@/lib/server/api/endpoints/assignments";
import { assignClaims } from "@/lib/server/assignments/commands";
import { defineRoute } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";

export const POST = defineRoute(endpoints.assignClaims, async ({ actor, params, body }) => {
  const result = await assignClaims(actor, params, body);
  return result.outcome === "stale" ? staleResponse(result) : Response.json(result);
});
