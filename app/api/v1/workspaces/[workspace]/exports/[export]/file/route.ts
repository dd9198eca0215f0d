import * as endpoints from "@/lib/server/api/endpoints/exports";
import { getExportFile } from "@/lib/server/exports/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { downloadResponse } from "@/lib/server/http/stream-report";

export const GET = defineRoute(endpoints.getExportFile, async ({ actor, params }) => {
  const { format, name, pieces } = await getExportFile(actor, {
    workspace: params.workspace,
    exportId: params.export,
  });
  return downloadResponse(format, name, pieces);
});
