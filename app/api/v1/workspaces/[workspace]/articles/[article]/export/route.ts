import * as endpoints from "@/lib/server/api/endpoints/reports";
import { defineRoute } from "@/lib/server/http/define-route";
import { reportResponse } from "@/lib/server/http/stream-report";
import { formatOf } from "@/lib/server/reports/formats";
import { getReportFile } from "@/lib/server/reports/queries";

export const GET = defineRoute(endpoints.exportReport, async ({ actor, params, query }) => {
  const format = formatOf(query.format);
  const target = { workspace: params.workspace, articleId: params.article };
  return reportResponse(format, await getReportFile(actor, target, format));
});
