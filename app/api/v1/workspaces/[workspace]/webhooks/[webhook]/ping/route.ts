import * as endpoints from "@/lib/server/api/endpoints/webhooks";
import { defineRoute } from "@/lib/server/http/define-route";
import { pingWebhook } from "@/lib/server/webhooks/commands";

export const POST = defineRoute(endpoints.pingWebhook, async ({ actor, params }) => {
  const sent = await pingWebhook(actor, { workspace: params.workspace, webhookId: params.webhook });
  return Response.json(sent, { status: 202 });
});
