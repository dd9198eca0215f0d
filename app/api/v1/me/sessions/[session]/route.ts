import * as endpoints from "@/lib/server/api/endpoints/me";
import { defineRoute } from "@/lib/server/http/define-route";
import { endSession } from "@/lib/server/sessions/commands";

export const DELETE = defineRoute(endpoints.endSession, async ({ actor, params }) =>
  Response.json(await endSession(actor, { sessionId: params.session })),
);
