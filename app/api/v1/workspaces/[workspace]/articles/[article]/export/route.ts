import { streamOf } from "@/lib/core/report/content";
import * as endpoints from "@/lib/server/api/endpoints/reports";
import { defineRoute } from "@/lib/server/http/define-route";
import { reportResponse } from "@/lib/server/http/stream-report";
import { formatOf } from "@/lib/server/reports/formats";
import { deskPlace } from "@/lib/server/reports/place";
import { getReportPreview } from "@/lib/server/reports/queries";

export const GET = defineRoute(endpoints.exportReport, async ({ actor, params, query }) => {
  const format = formatOf(query.format);
  const target = { workspace: params.workspace, articleId: params.article };
  const { content } = await getReportPreview(actor, target);
  return reportResponse(format, streamOf(content), deskPlace(target));
});
