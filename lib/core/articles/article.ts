import { z } from "zod";
import { policyKinds, type PolicyKind } from "../review/policy";
import { line, webAddress } from "../shared/fields";
import { cutSchema } from "./cuts";

export const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language tag such as en or pt-BR");

/** A day or a moment, in a year that PostgreSQL and JavaScript both can write with four digits. */
const moment = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .refine((text) => {
    const year = new Date(text).getUTCFullYear();
    return year >= 1 && year <= 9_999;
  }, "must be in the years 1 to 9999");

/** The text itself is judged apart (`findTextProblem`), so that each refusal can say what and where. */
export const articleInputSchema = z.strictObject({
  title: line(10_000),
  text: z.string(),
  url: webAddress.nullish(),
  byline: line(500).nullish(),
  publisher: line(200).nullish(),
  publishedAt: moment.nullish(),
  language: languageTag.nullish(),
  policy: z.enum(policyKinds).default("single"),
  /** Where a person cut the text, instead of where the segmenter would. */
  sentences: z.array(cutSchema).max(100_000).nullish(),
});
export type ArticleInput = z.infer<typeof articleInputSchema>;

/** What can be changed of an article besides its text; what is left out stays, null empties it. */
export const articlePatchSchema = articleInputSchema
  .pick({ title: true, url: true, byline: true, publisher: true, publishedAt: true })
  .extend({ language: languageTag })
  .partial();
export type ArticlePatch = z.infer<typeof articlePatchSchema>;

/** An article in the bin: nothing of it is shown anywhere else until it is restored. */
export type BinnedArticle = {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly version: number;
  readonly binnedAt: string;
  /** Reports that were published before; those stay public. */
  readonly reports: number;
};

export type ArticleSummary = {
  readonly id: string;
  readonly title: string;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly policy: PolicyKind;
  readonly revision: number;
  readonly claims: number;
  readonly addressed: number;
  readonly version: number;
  readonly createdAt: string;
  readonly reports: number;
};

/** An article of the desk that has the same address, or a version with the same text, as the one that is brought in. */
export type Duplicate = {
  readonly articleId: string;
  readonly title: string;
  readonly revision: number;
  readonly same: "address" | "text";
};

export const previewInputSchema = articleInputSchema.pick({ text: true, language: true, url: true });
export type PreviewInput = z.infer<typeof previewInputSchema>;
