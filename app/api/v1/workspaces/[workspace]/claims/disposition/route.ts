import * as endpoints from "@/lib/server/api/endpoints/claims";
import { disposeClaims } from "@/lib/server/claims/commands";
import { defineRoute } from "@/lib/server/http/define-route";

export const POST = defineRoute(endpoints.disposeClaims, async ({ actor, params, body }) =>
  Response.json(await disposeClaims(actor, params, body)),
);
