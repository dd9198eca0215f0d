import { assignInputSchema } from "@/lib/core/assignments/assignment";
import { assignClaims } from "@/lib/server/assignments/commands";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { staleResponse } from "@/lib/server/http/problem";

export const POST = defineRoute({
  params: workspaceParams,
  body: assignInputSchema,
  run: async ({ actor, params, body }) => {
    const result = await assignClaims(actor, params, body);
    return result.outcome === "stale" ? staleResponse(result) : Response.json(result);
  },
});
