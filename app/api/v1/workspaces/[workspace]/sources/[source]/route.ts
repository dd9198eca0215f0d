import * as endpoints from "@/lib/server/api/endpoints/sources";
import { defineRoute } from "@/lib/server/http/define-route";
import { getSource } from "@/lib/server/sources/queries";

export const GET = defineRoute(endpoints.getSource, async ({ actor, params: { workspace, source } }) =>
  Response.json(await getSource(actor, { workspace, sourceId: source })),
);
