import { z } from "zod";
import { undoFit } from "@/lib/server/fits/commands";
import { fitResponse } from "@/lib/server/fits/response";
import { defineRoute } from "@/lib/server/http/define-route";
import { fitParams } from "@/lib/server/http/params";

export const POST = defineRoute({
  params: fitParams,
  body: z.strictObject({}),
  run: async ({ actor, params }) => fitResponse(actor, params.workspace, await undoFit(actor, params)),
});
