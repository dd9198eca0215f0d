import { listDiffering } from "@/lib/server/agreement/queries";
import * as endpoints from "@/lib/server/api/endpoints/agreement";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.listDiffering, async ({ actor, params, query }) => {
  return Response.json({ items: await listDiffering(actor, params, query), nextCursor: null });
});
