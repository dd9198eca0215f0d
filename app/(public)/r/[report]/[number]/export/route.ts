import { z } from "zod";
import { findFormat } from "@/lib/core/formats/catalogue";
import { streamOf } from "@/lib/core/report/content";
import { Refusal } from "@/lib/core/shared/refusal";
import { definePublicRoute } from "@/lib/server/http/define-public-route";
import { reportResponse } from "@/lib/server/http/stream-report";
import { publicPlace } from "@/lib/server/reports/place";
import { getPublicReport } from "@/lib/server/reports/queries";

export const GET = definePublicRoute({
  params: z.object({ report: z.string(), number: z.coerce.number().int().min(1).max(1_000_000) }),
  query: z.strictObject({ format: z.string().max(40) }),
  run: async ({ params, query }) => {
    const format = findFormat(query.format);
    if (!format) throw new Refusal("bad_input", `There is no export format “${query.format}”.`);
    const published = await getPublicReport(params.report, params.number);
    return reportResponse(format, streamOf(published.content), publicPlace(published));
  },
});
