import { getAgreement } from "@/lib/server/agreement/queries";
import * as endpoints from "@/lib/server/api/endpoints/agreement";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.getDeskAgreement, async ({ actor, params, query }) =>
  Response.json(await getAgreement(actor, params, query)),
);
