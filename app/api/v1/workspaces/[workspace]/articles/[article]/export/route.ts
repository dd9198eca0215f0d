import { z } from "zod";
import { findFormat } from "@/lib/core/formats/catalogue";
import { streamOf } from "@/lib/core/report/content";
import { Refusal } from "@/lib/core/shared/refusal";
import { defineRoute } from "@/lib/server/http/define-route";
import { articleParams } from "@/lib/server/http/params";
import { reportResponse } from "@/lib/server/http/stream-report";
import { deskPlace } from "@/lib/server/reports/place";
import { getReportPreview } from "@/lib/server/reports/queries";

export const GET = defineRoute({
  params: articleParams,
  query: z.strictObject({ format: z.string().max(40) }),
  run: async ({ actor, params, query }) => {
    const format = findFormat(query.format);
    if (!format) throw new Refusal("bad_input", `There is no export format “${query.format}”.`);
    const target = { workspace: params.workspace, articleId: params.article };
    const { content } = await getReportPreview(actor, target);
    return reportResponse(format, streamOf(content), deskPlace(target));
  },
});
