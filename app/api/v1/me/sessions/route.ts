import * as endpoints from "@/lib/server/api/endpoints/me";
import { defineRoute } from "@/lib/server/http/define-route";
import { endOtherSessions } from "@/lib/server/sessions/commands";
import { listSessions } from "@/lib/server/sessions/queries";

export const GET = defineRoute(endpoints.listSessions, async ({ actor }) =>
  Response.json({ items: await listSessions(actor) }),
);

export const DELETE = defineRoute(endpoints.endOtherSessions, async ({ actor }) =>
  Response.json(await endOtherSessions(actor)),
);
