import * as endpoints from "@/lib/server/api/endpoints/webhooks";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";
import { changeWebhook, removeWebhook } from "@/lib/server/webhooks/commands";

export const PATCH = defineRoute(endpoints.changeWebhook, async ({ actor, params, body, request }) => {
  const target = { workspace: params.workspace, webhookId: params.webhook };
  const base = { ...target, baseVersion: requireVersion(request) };
  const { outcome, version } = await changeWebhook(actor, base, body);
  return outcome === "stale" ? staleResponse({ version }) : Response.json({ version });
});

export const DELETE = defineRoute(endpoints.removeWebhook, async ({ actor, params }) =>
  Response.json(await removeWebhook(actor, { workspace: params.workspace, webhookId: params.webhook })),
);
