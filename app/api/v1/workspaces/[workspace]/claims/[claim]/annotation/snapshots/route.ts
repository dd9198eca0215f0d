import * as endpoints from "@/lib/server/api/endpoints/annotations";
import { defineRoute } from "@/lib/server/http/define-route";
import { keepEvidenceAgain } from "@/lib/server/sources/commands";

export const POST = defineRoute(
  endpoints.keepEvidenceAgain,
  async ({ actor, params: { workspace, claim } }) =>
    Response.json(await keepEvidenceAgain(actor, { workspace, claimId: claim }), { status: 202 }),
);
