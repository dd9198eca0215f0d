import { z } from "zod";

/** Drawn as SVG by the screen; named here so that every picture of a verdict uses the same sign. */
export const glyphs = [
  "circle_empty",
  "circle_quarter",
  "circle_half",
  "circle_three_quarters",
  "circle_full",
  "question",
  "arrows",
  "hourglass",
  "mask",
  "quote",
] as const;
export type Glyph = (typeof glyphs)[number];

export const tones = ["false", "mostly_false", "mixed", "mostly_true", "true", "neutral"] as const;
export type Tone = (typeof tones)[number];

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
});
export type ScaleOption = z.infer<typeof scaleOptionSchema>;

export const scaleOptionsSchema = z.array(scaleOptionSchema).min(2).max(10);

/** One version of a house scale. */
export type Scale = {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly name: string;
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
