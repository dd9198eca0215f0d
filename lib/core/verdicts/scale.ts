import { z } from "zod";
import { line, storableText } from "../shared/fields";

/** Drawn as SVG by the screen; named here so that every picture of a verdict uses the same sign. */
export const glyphs = [
  "circle_empty",
  "circle_quarter",
  "circle_half",
  "circle_three_quarters",
  "circle_full",
  "circle_cross",
  "check",
  "pencil",
  "question",
  "arrows",
  "hourglass",
  "mask",
  "quote",
] as const;
export type Glyph = (typeof glyphs)[number];

export const tones = ["false", "mostly_false", "mixed", "mostly_true", "true", "neutral"] as const;
export type Tone = (typeof tones)[number];

/** The four labels of AVeriTeC. */
export const averitecLabels = [
  "Supported",
  "Refuted",
  "Not Enough Evidence",
  "Conflicting Evidence/Cherrypicking",
] as const;

/** What a magazine's checker writes in the margin. */
export const magazineMarks = ["ok", "fix", "query"] as const;

export const scaleOptionSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: z.string().min(1).max(60),
  description: z.string().max(300),
  glyph: z.enum(glyphs),
  tone: z.enum(tones),
  /** The key that gives this verdict at the workbench. */
  shortcut: z.string().regex(/^[0-9]$/),
  /** Place on the scale, 1 = least true, for ordinal options; null for options that are not on the line at all. */
  rank: z.number().int().min(1).nullable(),
  /** What this verdict is called in an AVeriTeC file; null when that has no word for it. Absent in
   *  scales that are older than the field: what is published keeps its bytes. */
  averitec: z.enum(averitecLabels).nullable().optional(),
  /** What this verdict is in a magazine's spreadsheet; null when it is none of them. */
  magazine: z.enum(magazineMarks).nullable().optional(),
});
export type ScaleOption = z.infer<typeof scaleOptionSchema>;

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

/** One version of a house scale. */
export type Scale = {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly name: string;
  /** How the desk uses its verdicts, in its own words; "" when it has written none. */
  readonly guidelines: string;
  readonly options: readonly ScaleOption[];
};

export function findOption(scale: Pick<Scale, "options">, key: string | null): ScaleOption | null {
  return scale.options.find((option) => option.key === key) ?? null;
}

/** The options on the line, least true first. Only these have numbers. */
export function ordinalOptions(scale: Pick<Scale, "options">): readonly ScaleOption[] {
  return scale.options
    .filter((option) => option.rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}
