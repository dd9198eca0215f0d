import * as endpoints from "@/lib/server/api/endpoints/exports";
import { getExport } from "@/lib/server/exports/queries";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.getExport, async ({ actor, params }) =>
  Response.json(await getExport(actor, { workspace: params.workspace, exportId: params.export })),
);
