import * as endpoints from "@/lib/server/api/endpoints/webhooks";
import { defineRoute } from "@/lib/server/http/define-route";
import { listDeliveries } from "@/lib/server/webhooks/queries";

export const GET = defineRoute(endpoints.listDeliveries, async ({ actor, params }) => {
  const target = { workspace: params.workspace, webhookId: params.webhook };
  return Response.json({ items: await listDeliveries(actor, target) });
});
