import { defineRoute } from "@/lib/server/http/define-route";
import { pageQuerySchema } from "@/lib/server/http/page";
import { workspaceParams } from "@/lib/server/http/params";
import { listNotifications } from "@/lib/server/notifications/queries";

export const GET = defineRoute({
  params: workspaceParams,
  query: pageQuerySchema,
  run: async ({ actor, params, query }) => Response.json(await listNotifications(actor, params, query)),
});
