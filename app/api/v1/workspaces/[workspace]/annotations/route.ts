import { saveAnnotations } from "@/lib/server/annotations/commands";
import * as endpoints from "@/lib/server/api/endpoints/annotations";
import { defineRoute } from "@/lib/server/http/define-route";

export const PUT = defineRoute(endpoints.saveAnnotations, async ({ actor, params, body }) =>
  Response.json(await saveAnnotations(actor, params, body)),
);
