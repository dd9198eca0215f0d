import { ImageResponse } from "next/og";
import { numberIn, readPublished } from "@/lib/server/reports/published";
import { definePublicRoute } from "@/lib/server/http/define-public-route";
import { z } from "zod";
import { SharePicture } from "@/components/report/share-picture";

const size = { width: 1200, height: 630 };

export const GET = definePublicRoute({
  params: z.object({ report: z.string(), number: z.string() }),
  query: z.strictObject({}),
  run: async ({ params }) => {
    const { report } = await readPublished(params.report, numberIn(params.number));
    return new ImageResponse(<SharePicture content={report.content} number={report.number} />, size);
  },
});
