import * as endpoints from "@/lib/server/api/endpoints/notifications";
import { defineRoute } from "@/lib/server/http/define-route";
import { saveDelivery } from "@/lib/server/notifications/commands";
import { getDelivery } from "@/lib/server/notifications/queries";

export const GET = defineRoute(endpoints.getDelivery, async ({ actor, params }) =>
  Response.json(await getDelivery(actor, params)),
);

export const PUT = defineRoute(endpoints.saveDelivery, async ({ actor, params, body }) =>
  Response.json(await saveDelivery(actor, params, body)),
);
