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

export type ScaleOption = {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly glyph: Glyph;
  readonly tone: Tone;
  /** The key that gives this verdict at the workbench. */
  readonly shortcut: string;
  /** Place on the scale, 1 = least true, for ordinal options; null for options that are not on the line at all. */
  readonly rank: number | null;
  /** What this verdict is called in an AVeriTeC file; null when that has no word for it. Absent in
   *  scales that are older than the field: what is published keeps its bytes. */
  readonly averitec?: (typeof averitecLabels)[number] | null | undefined;
  /** What this verdict is in a magazine's spreadsheet; null when it is none of them. */
  readonly magazine?: (typeof magazineMarks)[number] | null | undefined;
};

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
