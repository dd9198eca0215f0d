import { z } from "zod";
import { openWork } from "@/lib/server/assignments/commands";
import { defineRoute } from "@/lib/server/http/define-route";
import { claimParams } from "@/lib/server/http/params";

export const POST = defineRoute({
  params: claimParams,
  body: z.strictObject({}),
  run: async ({ actor, params }) =>
    Response.json(await openWork(actor, { workspace: params.workspace, claimId: params.claim })),
});
