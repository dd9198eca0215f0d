import "server-only";
import { z } from "zod";
import {
  averitecLabels,
  glyphs,
  magazineMarks,
  tones,
  type Scale,
  type ScaleOption,
} from "@/lib/core/verdicts/scale";

export const scaleOption: z.ZodType<ScaleOption> = z
  .strictObject({
    key: z.string(),
    label: z.string(),
    description: z.string(),
    glyph: z.enum(glyphs),
    tone: z.enum(tones),
    shortcut: z.string().describe("The key that gives this verdict at the workbench."),
    rank: z
      .number()
      .nullable()
      .describe(
        "Place on the scale, 1 = least true, for ordinal options; null for options that are not on the line at all.",
      ),
    averitec: z
      .enum(averitecLabels)
      .nullable()
      .describe(
        "What this verdict is called in an AVeriTeC file; null when that has no word for it. Absent in scales that are older than the field: what is published keeps its bytes.",
      )
      .optional(),
    magazine: z
      .enum(magazineMarks)
      .nullable()
      .describe("What this verdict is in a magazine's spreadsheet; null when it is none of them.")
      .optional(),
  })
  .meta({ id: "ScaleOption" });

export const scale: z.ZodType<Scale> = z
  .strictObject({
    id: z.string(),
    key: z.string(),
    version: z.number(),
    name: z.string(),
    guidelines: z
      .string()
      .describe('How the desk uses its verdicts, in its own words; "" when it has written none.'),
    options: z.array(scaleOption),
  })
  .meta({ id: "Scale", description: "One version of a house scale." });
