import * as endpoints from "@/lib/server/api/endpoints/settings";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";
import { changeScale } from "@/lib/server/scales/commands";
import { getScale } from "@/lib/server/scales/queries";

export const GET = defineRoute(endpoints.getScale, async ({ actor, params }) =>
  Response.json(await getScale(actor, params)),
);

export const PUT = defineRoute(endpoints.changeScale, async ({ actor, params, body, request }) => {
  const target = { ...params, baseVersion: requireVersion(request) };
  const { outcome, scale } = await changeScale(actor, target, body);
  return outcome === "stale" ? staleResponse(scale) : Response.json(scale);
});
