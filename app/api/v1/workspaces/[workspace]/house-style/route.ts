import * as endpoints from "@/lib/server/api/endpoints/settings";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";
import { changeHouseStyle } from "@/lib/server/policies/commands";
import { getHouseStyle } from "@/lib/server/policies/queries";

export const GET = defineRoute(endpoints.getHouseStyle, async ({ actor, params }) =>
  Response.json(await getHouseStyle(actor, params)),
);

export const PUT = defineRoute(endpoints.changeHouseStyle, async ({ actor, params, body, request }) => {
  const target = { ...params, baseVersion: requireVersion(request) };
  const { outcome, version } = await changeHouseStyle(actor, target, body);
  return outcome === "stale" ? staleResponse(await getHouseStyle(actor, params)) : Response.json({ version });
});
