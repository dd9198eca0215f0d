import { z } from "zod";
import { defineRoute } from "@/lib/server/http/define-route";
import { waiverParams } from "@/lib/server/http/params";
import { withdrawWaiver } from "@/lib/server/waivers/commands";

export const POST = defineRoute({
  params: waiverParams,
  body: z.strictObject({}),
  run: async ({ actor, params }) =>
    Response.json(await withdrawWaiver(actor, { workspace: params.workspace, waiverId: params.waiver })),
});
