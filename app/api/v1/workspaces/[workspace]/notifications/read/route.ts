import * as endpoints from "@/lib/server/api/endpoints/notifications";
import { defineRoute } from "@/lib/server/http/define-route";
import { markRead } from "@/lib/server/notifications/commands";

export const POST = defineRoute(endpoints.markRead, async ({ actor, params, body }) =>
  Response.json(await markRead(actor, params, body)),
);
