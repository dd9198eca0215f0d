import * as endpoints from "@/lib/server/api/endpoints/claims";
import { undoFit } from "@/lib/server/fits/commands";
import { fitResponse } from "@/lib/server/fits/response";
import { defineRoute } from "@/lib/server/http/define-route";

export const POST = defineRoute(endpoints.undoFit, async ({ actor, params }) =>
  fitResponse(actor, params.workspace, await undoFit(actor, params)),
);
