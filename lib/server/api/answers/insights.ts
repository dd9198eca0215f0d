import "server-only";
import { z } from "zod";
import { progressParts, type Calibration, type Insights } from "@/lib/core/agreement/insights";

export const calibration: z.ZodType<Calibration> = z
  .strictObject({
    from: z.string().describe("First day of the month, UTC."),
    claims: z.number(),
    same: z.number().describe("The share of first verdicts that are what was ruled in the end, 0 to 1."),
    shift: z
      .number()
      .nullable()
      .describe(
        "Mean of verdict minus ruling in steps of the scale, above 0 = more trusting; null where none of both is on the line.",
      ),
  })
  .meta({ id: "Calibration" });

export const insights: z.ZodType<Insights> = z
  .strictObject({
    progress: z.array(
      z.strictObject({
        part: z.enum(progressParts),
        claims: z.number(),
      }),
    ),
    verdicts: z
      .array(
        z.strictObject({
          verdict: z.string(),
          claims: z.number(),
        }),
      )
      .describe("Verdicts of the rulings that hold, by key."),
    minutes: z
      .strictObject({
        annotations: z.number(),
        quarter: z.number(),
        median: z.number(),
        threeQuarters: z.number(),
      })
      .nullable()
      .describe(
        "From the first save of an annotation to its submission, in minutes; null when nothing was submitted.",
      ),
    rulings: z
      .strictObject({
        made: z.number(),
        reopened: z.number(),
      })
      .describe("Rulings that were made, and those of them that no longer hold or were ruled anew."),
    desk: z.array(calibration),
    own: z.array(calibration).describe("The reader's own, which nobody else is shown."),
  })
  .meta({ id: "Insights" });
