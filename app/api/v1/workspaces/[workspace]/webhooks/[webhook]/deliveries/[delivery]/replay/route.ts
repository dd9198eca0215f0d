import * as endpoints from "@/lib/server/api/endpoints/webhooks";
import { defineRoute } from "@/lib/server/http/define-route";
import { replayDelivery } from "@/lib/server/webhooks/commands";

export const POST = defineRoute(endpoints.replayDelivery, async ({ actor, params }) => {
  const { workspace, webhook: webhookId, delivery: deliveryId } = params;
  return Response.json(await replayDelivery(actor, { workspace, webhookId, deliveryId }), { status: 202 });
});
