import { panelInputSchema } from "@/lib/core/review/policy";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { staleResponse } from "@/lib/server/http/problem";
import { changePanel } from "@/lib/server/policies/commands";
import { listPolicies } from "@/lib/server/policies/queries";

export const PUT = defineRoute({
  params: workspaceParams,
  body: panelInputSchema,
  run: async ({ actor, params, body, request }) => {
    const target = { ...params, baseVersion: requireVersion(request) };
    const { outcome, version } = await changePanel(actor, target, body);
    if (outcome === "changed") return Response.json({ version });
    const policies = await listPolicies(actor, params);
    return staleResponse(policies.find(({ kind }) => kind === "panel"));
  },
});
