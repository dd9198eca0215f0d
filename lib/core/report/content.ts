import { z } from "zod";
import { dispositions } from "../claims/claim";
import { media, stances } from "../sources/source";
import { rulingMethods } from "../review/facts";
import { policyKinds } from "../review/policy";
import { scaleOptionSchema } from "../verdicts/scale";

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

const rulingSchema = z.strictObject({
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

const claimSchema = z.strictObject({
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
export type ReportClaim = z.infer<typeof claimSchema>;

/**
 * The verdict report of an article: all that may leave the desk and nothing else. Every export and the page are made
 * of this. Positions are UTF-16 code units, half-open, in `article.text`.
 */
export const reportContentSchema = z.strictObject({
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
  claims: z.array(claimSchema),
});
export type ReportContent = z.infer<typeof reportContentSchema>;

/** How often each verdict was given, in the order of the scale, without those that were not. */
export function verdictMix(content: Pick<ReportContent, "scale" | "claims">) {
  return content.scale.options
    .map((option) => ({
      option,
      count: content.claims.filter((claim) => claim.ruling?.verdict === option.key).length,
    }))
    .filter(({ count }) => count > 0);
}

/** Verdict keys of the sentences in words: "7 true, 2 mixed". Empty when nothing is ruled. */
export function mixInWords(content: Pick<ReportContent, "scale" | "claims">): string {
  return verdictMix(content)
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
