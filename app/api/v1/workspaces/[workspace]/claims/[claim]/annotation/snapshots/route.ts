import { z } from "zod";
import { defineRoute } from "@/lib/server/http/define-route";
import { claimParams } from "@/lib/server/http/params";
import { keepEvidenceAgain } from "@/lib/server/sources/commands";

export const POST = defineRoute({
  params: claimParams,
  body: z.strictObject({}),
  run: async ({ actor, params: { workspace, claim } }) =>
    Response.json(await keepEvidenceAgain(actor, { workspace, claimId: claim }), { status: 202 }),
});
