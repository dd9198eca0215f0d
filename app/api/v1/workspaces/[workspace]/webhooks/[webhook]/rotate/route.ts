import * as endpoints from "@/lib/server/api/endpoints/webhooks";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";
import { rotateSecret } from "@/lib/server/webhooks/commands";

export const POST = defineRoute(endpoints.rotateWebhookSecret, async ({ actor, params, request }) => {
  const target = { workspace: params.workspace, webhookId: params.webhook };
  const { version, made } = await rotateSecret(actor, { ...target, baseVersion: requireVersion(request) });
  return made === null ? staleResponse({ version }) : Response.json(made);
});
