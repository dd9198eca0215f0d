import * as endpoints from "@/lib/server/api/endpoints/reports";
import { defineRoute } from "@/lib/server/http/define-route";
import { confirmWaiver } from "@/lib/server/waivers/commands";

export const POST = defineRoute(endpoints.confirmWaiver, async ({ actor, params }) =>
  Response.json(await confirmWaiver(actor, { workspace: params.workspace, waiverId: params.waiver })),
);
