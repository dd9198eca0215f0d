import * as endpoints from "@/lib/server/api/endpoints/reports";
import { defineRoute } from "@/lib/server/http/define-route";
import { withdrawWaiver } from "@/lib/server/waivers/commands";

export const POST = defineRoute(endpoints.withdrawWaiver, async ({ actor, params }) =>
  Response.json(await withdrawWaiver(actor, { workspace: params.workspace, waiverId: params.waiver })),
);
