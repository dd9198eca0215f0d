import { z } from "zod";
import { streamOf } from "@/lib/core/report/content";
import { definePublicRoute } from "@/lib/server/http/define-public-route";
import { reportResponse } from "@/lib/server/http/stream-report";
import { publicPlace } from "@/lib/server/reports/place";
import { formatOf } from "@/lib/server/reports/formats";
import { getPublicReport } from "@/lib/server/reports/queries";

export const GET = definePublicRoute({
  params: z.object({ report: z.string(), number: z.coerce.number().int().min(1).max(1_000_000) }),
  query: z.strictObject({ format: z.string().max(40) }),
  run: async ({ params, query }) => {
    const format = formatOf(query.format);
    const published = await getPublicReport(params.report, params.number);
    const { title } = published.content.article;
    const pieces = format.write(streamOf(published.content), publicPlace(published));
    return reportResponse(format, { title, pieces });
  },
});
