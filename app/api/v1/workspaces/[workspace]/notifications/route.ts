import * as endpoints from "@/lib/server/api/endpoints/notifications";
import { defineRoute } from "@/lib/server/http/define-route";
import { listNotifications } from "@/lib/server/notifications/queries";

export const GET = defineRoute(endpoints.listNotifications, async ({ actor, params, query }) =>
  Response.json(await listNotifications(actor, params, query)),
);
