import * as endpoints from "@/lib/server/api/endpoints/events";
import { announcePresence } from "@/lib/server/events/commands";
import { defineRoute } from "@/lib/server/http/define-route";

export const PUT = defineRoute(endpoints.announcePresence, async ({ actor, params, body }) => {
  const target = { workspace: params.workspace, articleId: params.article };
  return Response.json(await announcePresence(actor, target, body));
});
