import { readInputSchema } from "@/lib/core/notifications/notification";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { markRead } from "@/lib/server/notifications/commands";

export const POST = defineRoute({
  params: workspaceParams,
  body: readInputSchema,
  run: async ({ actor, params, body }) => Response.json(await markRead(actor, params, body)),
});
