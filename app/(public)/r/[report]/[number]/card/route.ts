import { cardPage } from "@/lib/core/public/card";
import { definePublicPage } from "@/lib/server/http/define-public-page";
import { numberIn, readPublished } from "@/lib/server/reports/published";

export const GET = definePublicPage(async ({ report = "", number }) =>
  cardPage(await readPublished(report, numberIn(number))),
);
