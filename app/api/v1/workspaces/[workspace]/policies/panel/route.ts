import * as endpoints from "@/lib/server/api/endpoints/settings";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";
import { changePanel } from "@/lib/server/policies/commands";
import { listPolicies } from "@/lib/server/policies/queries";

export const PUT = defineRoute(endpoints.changePanel, async ({ actor, params, body, request }) => {
  const target = { ...params, baseVersion: requireVersion(request) };
  const { outcome, version } = await changePanel(actor, target, body);
  if (outcome === "changed") return Response.json({ version });
  const policies = await listPolicies(actor, params);
  return staleResponse(policies.find(({ kind }) => kind === "panel"));
});
