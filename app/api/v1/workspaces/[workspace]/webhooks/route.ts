import * as endpoints from "@/lib/server/api/endpoints/webhooks";
import { defineRoute } from "@/lib/server/http/define-route";
import { addWebhook } from "@/lib/server/webhooks/commands";
import { listWebhooks } from "@/lib/server/webhooks/queries";

export const GET = defineRoute(endpoints.listWebhooks, async ({ actor, params }) =>
  Response.json({ items: await listWebhooks(actor, params) }),
);

export const POST = defineRoute(endpoints.addWebhook, async ({ actor, params, body }) =>
  Response.json(await addWebhook(actor, params, body), { status: 201 }),
);
