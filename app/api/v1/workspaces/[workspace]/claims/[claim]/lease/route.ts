import * as endpoints from "@/lib/server/api/endpoints/assignments";
import { openWork } from "@/lib/server/assignments/commands";
import { defineRoute } from "@/lib/server/http/define-route";

export const POST = defineRoute(endpoints.openWork, async ({ actor, params }) =>
  Response.json(await openWork(actor, { workspace: params.workspace, claimId: params.claim })),
);
