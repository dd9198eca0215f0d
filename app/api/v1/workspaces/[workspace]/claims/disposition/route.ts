import { disposalSchema } from "@/lib/core/claims/disposal";
import { disposeClaims } from "@/lib/server/claims/commands";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";

export const POST = defineRoute({
  params: workspaceParams,
  body: disposalSchema,
  run: async ({ actor, params, body }) => Response.json(await disposeClaims(actor, params, body)),
});
