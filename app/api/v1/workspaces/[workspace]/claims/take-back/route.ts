import * as endpoints from "@/lib/server/api/endpoints/assignments";
import { takeBackWork } from "@/lib/server/assignments/commands";
import { defineRoute } from "@/lib/server/http/define-route";

export const POST = defineRoute(endpoints.takeBackWork, async ({ actor, params, body }) =>
  Response.json(await takeBackWork(actor, params, body)),
);
