import { scaleInputSchema } from "@/lib/core/verdicts/scale-input";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { staleResponse } from "@/lib/server/http/problem";
import { changeScale } from "@/lib/server/scales/commands";
import { getScale } from "@/lib/server/scales/queries";

export const GET = defineRoute({
  params: workspaceParams,
  run: async ({ actor, params }) => Response.json(await getScale(actor, params)),
});

export const PUT = defineRoute({
  params: workspaceParams,
  body: scaleInputSchema,
  run: async ({ actor, params, body, request }) => {
    const target = { ...params, baseVersion: requireVersion(request) };
    const { outcome, scale } = await changeScale(actor, target, body);
    return outcome === "stale" ? staleResponse(scale) : Response.json(scale);
  },
});
