import { z } from "zod";
import { streamOf } from "@/lib/core/report/content";
import { defineRoute } from "@/lib/server/http/define-route";
import { articleParams } from "@/lib/server/http/params";
import { reportResponse } from "@/lib/server/http/stream-report";
import { formatOf } from "@/lib/server/reports/formats";
import { deskPlace } from "@/lib/server/reports/place";
import { getReportPreview } from "@/lib/server/reports/queries";

export const GET = defineRoute({
  params: articleParams,
  query: z.strictObject({ format: z.string().max(40) }),
  run: async ({ actor, params, query }) => {
    const format = formatOf(query.format);
    const target = { workspace: params.workspace, articleId: params.article };
    const { content } = await getReportPreview(actor, target);
    return reportResponse(format, streamOf(content), deskPlace(target));
  },
});
