import * as endpoints from "@/lib/server/api/endpoints/claims";
import { mergeClaims } from "@/lib/server/fits/commands";
import { fitResponse } from "@/lib/server/fits/response";
import { defineRoute } from "@/lib/server/http/define-route";

export const POST = defineRoute(endpoints.mergeClaims, async ({ actor, params, body }) =>
  fitResponse(actor, params.workspace, await mergeClaims(actor, params, body)),
);
