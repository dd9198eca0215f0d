import { saveAndShow } from "@/lib/server/annotations/commands";
import * as endpoints from "@/lib/server/api/endpoints/annotations";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";

export const PUT = defineRoute(endpoints.saveAnnotation, async ({ actor, params, body, request }) => {
  const target = { workspace: params.workspace, claimId: params.claim };
  const result = await saveAndShow(actor, { ...target, baseVersion: requireVersion(request) }, body);
  const { claim } = result;
  if (result.outcome === "stale") return staleResponse(claim);
  return Response.json({ version: result.version, state: claim.claim.state, claim });
});
