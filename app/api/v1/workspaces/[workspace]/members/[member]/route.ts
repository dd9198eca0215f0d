import * as endpoints from "@/lib/server/api/endpoints/members";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";
import { changeRole, removeMember } from "@/lib/server/members/commands";

export const PATCH = defineRoute(endpoints.changeRole, async ({ actor, params, body, request }) => {
  const target = { workspace: params.workspace, memberId: params.member };
  const result = await changeRole(actor, { ...target, baseVersion: requireVersion(request) }, body);
  return result.outcome === "stale" ? staleResponse({ version: result.version }) : Response.json(result);
});

export const DELETE = defineRoute(endpoints.removeMember, async ({ actor, params, request }) => {
  const target = { workspace: params.workspace, memberId: params.member };
  const result = await removeMember(actor, { ...target, baseVersion: requireVersion(request) });
  return result.outcome === "stale" ? staleResponse({ version: result.version }) : Response.json(result);
});
