import { z } from "zod";
import { dispositions } from "../claims/claim";
import { media, stances } from "../sources/source";
import { rulingMethods } from "../review/facts";
import { policyKinds } from "../review/policy";
import { scaleOptionSchema } from "../verdicts/scale-input";

const citationSchema = z.strictObject({
  title: z.string(),
  url: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  publishedOn: z.string().nullable(),
  medium: z.enum(media),
  stance: z.enum(stances),
  quote: z.string(),
  locator: z.string().nullable(),
  accessedOn: z.string().nullable(),
  archivedUrl: z.string().nullable(),
});
export type ReportCitation = z.infer<typeof citationSchema>;

const searchSchema = z.strictObject({
  query: z.string(),
  place: z.string(),
  searchedOn: z.string().nullable(),
  outcome: z.string(),
});

export const rulingSchema = z.strictObject({
  verdict: z.string(),
  method: z.enum(rulingMethods),
  rationale: z.string(),
  decidedAt: z.string(),
  checkers: z.number().int(),
  /** Their names, where the desk wishes to print them. */
  checkedBy: z.array(z.string()).optional(),
  dissent: z.array(z.string()),
  citations: z.array(citationSchema),
  searches: z.array(searchSchema),
});

export const reportClaimSchema = z.strictObject({
  id: z.string(),
  ordinal: z.number().int(),
  kind: z.enum(["sentence", "part"]),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  wording: z.string().nullable(),
  disposition: z.enum(dispositions),
  ruling: rulingSchema.nullable(),
});
export type ReportClaim = z.infer<typeof reportClaimSchema>;
export type ReportRuling = NonNullable<ReportClaim["ruling"]>;
export type ReportSearch = z.infer<typeof searchSchema>;

/**
 * The verdict report of an article: all that may leave the desk and nothing else. Every export and the page are made
 * of this. Positions are UTF-16 code units, half-open, in `article.text`.
 */
export const reportHeadSchema = z.strictObject({
  format: z.literal("assay-report/1"),
  desk: z.string(),
  article: z.strictObject({
    id: z.string(),
    title: z.string(),
    byline: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    publishedAt: z.string().nullable(),
    language: z.string(),
    direction: z.enum(["ltr", "rtl"]),
    revision: z.number().int(),
    sha256: z.string(),
    text: z.string(),
  }),
  policy: z.enum(policyKinds),
  scale: z.strictObject({
    key: z.string(),
    version: z.number().int(),
    name: z.string(),
    options: z.array(scaleOptionSchema),
  }),
});
export type ReportHead = z.infer<typeof reportHeadSchema>;

export const reportContentSchema = reportHeadSchema.extend({ claims: z.array(reportClaimSchema) });
export type ReportContent = z.infer<typeof reportContentSchema>;

/** What a summary says before the first claim has been read. */
export type ReportTally = {
  readonly claims: number;
  readonly ruled: number;
  readonly disposed: number;
  /** By key of the verdict, how often it was given. */
  readonly verdicts: Readonly<Record<string, number>>;
};

/** A report whose claims come one by one, so that nobody has to hold them all. They can be read once. */
export type ReportStream = ReportHead & {
  readonly tally: ReportTally;
  readonly claims: AsyncIterable<ReportClaim> | Iterable<ReportClaim>;
};

/** The same without the text of the article, which may be a book. */
export type TextlessStream = Omit<ReportStream, "article"> & {
  readonly article: Omit<ReportHead["article"], "text">;
};

export function tallyOf(claims: readonly ReportClaim[]): ReportTally {
  const verdicts: Record<string, number> = {};
  for (const { ruling } of claims) {
    if (ruling) verdicts[ruling.verdict] = (verdicts[ruling.verdict] ?? 0) + 1;
  }
  return {
    claims: claims.length,
    ruled: claims.filter(({ ruling }) => ruling).length,
    disposed: claims.filter(({ disposition }) => disposition !== "to_check").length,
    verdicts,
  };
}

/** A report that is there as a whole, as a stream. */
export function streamOf(content: ReportContent): ReportStream {
  return { ...content, tally: tallyOf(content.claims) };
}

type Counted = Pick<ReportStream, "scale" | "tally">;

/** How often each verdict was given, in the order of the scale, without those that were not. */
export function verdictMix({ scale, tally }: Counted) {
  return scale.options
    .map((option) => ({ option, count: tally.verdicts[option.key] ?? 0 }))
    .filter(({ count }) => count > 0);
}

/** Verdict keys of the sentences in words: "7 true, 2 mixed". Empty when nothing is ruled. */
export function mixInWords(report: Counted): string {
  return verdictMix(report)
    .map(({ option, count }) => `${count} ${option.label.toLowerCase()}`)
    .join(", ");
}

/** Who stands behind a ruling: by name where the desk prints names, else how many. */
export function checkersInWords({
  checkers,
  checkedBy,
}: Pick<NonNullable<ReportClaim["ruling"]>, "checkers" | "checkedBy">): string {
  if (checkedBy && checkedBy.length > 0) return checkedBy.join(", ");
  return checkers === 1 ? "1 person" : `${checkers} people`;
}
