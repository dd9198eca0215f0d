import "server-only";
import { z } from "zod";
import { reportFormats } from "@/lib/core/formats/catalogue";
import { pdfFormat } from "../../pdf/report-pdf";

/** Every media type that an export may have. */
export const reportMedia = [...new Set([...reportFormats, pdfFormat].map(({ mediaType }) => mediaType))];

export const publishedReport = z.strictObject({
  outcome: z.literal("published"),
  number: z.int(),
  sha256: z.string().describe("Of the report's JSON form."),
  slug: z.string().describe("The report stands under /r/{slug}."),
});
export const unchangedReport = z.strictObject({ outcome: z.literal("unchanged"), number: z.int() });

export const askedWaiver = z.strictObject({ outcome: z.literal("asked"), id: z.string() });
export const nothingToWaive = z.strictObject({ outcome: z.literal("nothing_fails") });
export const waiverOutcome = z.strictObject({
  outcome: z
    .enum(["confirmed", "needs_another", "withdrawn"])
    .describe("`needs_another`: who asked cannot be the one who agrees."),
});
export const withdrawnWaiver = z.strictObject({ outcome: z.enum(["withdrawn", "confirmed"]) });
