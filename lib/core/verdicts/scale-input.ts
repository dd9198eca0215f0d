import { z } from "zod";
import { line, storableText } from "../shared/fields";
import { averitecLabels, glyphs, magazineMarks, tones } from "./scale";

/** A ScaleOption, checked. */
export const scaleOptionSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: z.string().min(1).max(60),
  description: z.string().max(300),
  glyph: z.enum(glyphs),
  tone: z.enum(tones),
  shortcut: z.string().regex(/^[0-9]$/),
  rank: z.number().int().min(1).nullable(),
  averitec: z.enum(averitecLabels).nullable().optional(),
  magazine: z.enum(magazineMarks).nullable().optional(),
});
export const scaleOptionsSchema = z.array(scaleOptionSchema).min(2).max(10);

/** A house scale as somebody writes it down: no two options alike, and the line counted 1, 2, 3 … */
export const scaleInputSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "may have small letters, digits and underscores"),
    name: line(80),
    guidelines: storableText(20_000),
    options: scaleOptionsSchema,
  })
  .superRefine(({ options }, context) => {
    for (const field of ["key", "label", "shortcut"] as const) {
      const seen = options.map((option) => option[field].toLowerCase());
      for (const [place, value] of seen.entries()) {
        if (seen.indexOf(value) === place) continue;
        const message = `is the same as that of option ${seen.indexOf(value) + 1}`;
        context.addIssue({ code: "custom", path: ["options", place, field], message });
      }
    }
    const ranks = options.flatMap(({ rank }) => rank ?? []).toSorted((a, b) => a - b);
    if (ranks.some((rank, place) => rank !== place + 1)) {
      context.addIssue({ code: "custom", path: ["options"], message: "the line has to count 1, 2, 3 …" });
    }
  });
export type ScaleInput = z.infer<typeof scaleInputSchema>;
