import { deliverySettingsSchema } from "@/lib/core/notifications/notification";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { saveDelivery } from "@/lib/server/notifications/commands";
import { getDelivery } from "@/lib/server/notifications/queries";

export const GET = defineRoute({
  params: workspaceParams,
  run: async ({ actor, params }) => Response.json(await getDelivery(actor, params)),
});

export const PUT = defineRoute({
  params: workspaceParams,
  body: deliverySettingsSchema,
  run: async ({ actor, params, body }) => Response.json(await saveDelivery(actor, params, body)),
});
