import * as endpoints from "@/lib/server/api/endpoints/search";
import { defineRoute } from "@/lib/server/http/define-route";
import { listSimilar } from "@/lib/server/search/queries";

export const GET = defineRoute(endpoints.listSimilar, async ({ actor, params }) =>
  Response.json({ items: await listSimilar(actor, { workspace: params.workspace, claimId: params.claim }) }),
);
