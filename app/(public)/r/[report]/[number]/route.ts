import { reportPage } from "@/lib/core/public/report-page";
import { definePublicPage } from "@/lib/server/http/define-public-page";
import { numberIn, readPublished } from "@/lib/server/reports/published";

export const GET = definePublicPage(async ({ report = "", number }) =>
  reportPage(await readPublished(report, numberIn(number))),
);
