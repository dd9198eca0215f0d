import * as endpoints from "@/lib/server/api/endpoints/keys";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";
import { saveKeys } from "@/lib/server/keys/commands";
import { getKeys } from "@/lib/server/keys/queries";

export const GET = defineRoute(endpoints.getKeys, async ({ actor, params }) =>
  Response.json(await getKeys(actor, params)),
);

export const PUT = defineRoute(endpoints.saveKeys, async ({ actor, params, body, request }) => {
  const result = await saveKeys(actor, { ...params, baseVersion: requireVersion(request) }, body);
  const kept = await getKeys(actor, params);
  return result.outcome === "stale" ? staleResponse(kept) : Response.json(kept);
});
