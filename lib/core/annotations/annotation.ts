import { z } from "zod";
import { reviewDecisions, type ReviewDecision } from "../review/facts";
import { citedDate, idSchema, line, storableText, webAddress } from "../shared/fields";
import type { CitationCheck } from "../sources/citation-check";
import { stances, type Source, type Stance } from "../sources/source";

const citationInputSchema = z.strictObject({
  sourceId: idSchema,
  stance: z.enum(stances),
  quote: storableText(10_000).default(""),
  locator: line(200).nullish(),
  accessedOn: citedDate.nullish(),
  archivedUrl: webAddress.nullish(),
});
export type CitationInput = z.infer<typeof citationInputSchema>;

const searchInputSchema = z.strictObject({
  query: line(500),
  place: line(200),
  searchedOn: citedDate.nullish(),
  sought: z.enum(stances).nullish(),
  useful: z.boolean().nullish(),
  outcome: storableText(1_000).default(""),
});

/** The whole of one version: what is left out is empty, nothing is merged in from the version before. */
export const annotationInputSchema = z.strictObject({
  verdict: z.string().max(40).nullable(),
  rationale: storableText(100_000).default(""),
  /** 1 = a guess, 4 = certain. */
  confidence: z.number().int().min(1).max(4).nullish(),
  citations: z.array(citationInputSchema).max(100).default([]),
  searches: z.array(searchInputSchema).max(100).default([]),
  /** The answer "no source found": there is nothing to cite, and what was tried stands in the search log. */
  noSourceFound: z.boolean().default(false),
  submit: z.boolean().default(false),
});
export type AnnotationInput = z.infer<typeof annotationInputSchema>;

/** The caller's annotations on many claims, each on top of the version that it was written on (0 = the first). */
export const manyAnnotationsSchema = z.strictObject({
  annotations: z
    .array(
      z.strictObject({
        claimId: idSchema,
        version: z.number().int().min(0).max(1_000_000),
        annotation: annotationInputSchema,
      }),
    )
    .min(1)
    .max(500)
    .refine(
      (list) => new Set(list.map(({ claimId }) => claimId)).size === list.length,
      "names one of the claims twice",
    ),
});
export type ManyAnnotations = z.infer<typeof manyAnnotationsSchema>;

/** What came of it: the rest is untouched, each with the reason. */
export type ManySaved = {
  readonly saved: readonly { readonly claimId: string; readonly version: number }[];
  readonly refused: readonly {
    readonly claimId: string;
    /** Saved elsewhere since that version; or the claim takes no annotation of the caller now. */
    readonly reason: "stale" | "not_possible";
  }[];
};

export type Citation = {
  readonly source: Source;
  readonly stance: Stance;
  readonly quote: string;
  readonly locator: string | null;
  readonly accessedOn: string | null;
  readonly archivedUrl: string | null;
  /** What came of keeping the source; null while nothing has, and for what has no address. */
  readonly check: CitationCheck | null;
};

export type SearchEntry = {
  readonly query: string;
  readonly place: string;
  readonly searchedOn: string | null;
  /** What it was hoped to find: something for the claim, against it, or about it. */
  readonly sought: Stance | null;
  /** Whether it led to anything; "nothing useful" is what most searches are logged for. */
  readonly useful: boolean;
  readonly outcome: string;
};

export type AnnotationContent = {
  readonly verdict: string | null;
  readonly rationale: string;
  readonly confidence: number | null;
  readonly citations: readonly Citation[];
  readonly searches: readonly SearchEntry[];
  /** The answer "no source found". */
  readonly noSourceFound: boolean;
};

export type Person = { readonly memberId: string; readonly name: string };

export type Review = {
  readonly id: string;
  readonly reviewer: Person;
  readonly decision: ReviewDecision;
  readonly reasons: readonly ReviewReason[];
  readonly comment: string;
  /** The version that was judged, and whether a newer one has been submitted since. */
  readonly version: number;
  readonly outdated: boolean;
  readonly createdAt: string;
};

/** The reader's own annotation: always the newest version. */
export type OwnAnnotation = {
  readonly id: string | null;
  /** 0 when nothing has been saved yet. */
  readonly version: number;
  readonly submittedVersion: number | null;
  readonly content: AnnotationContent;
  readonly reviews: readonly Review[];
};

/** A colleague's annotation: the submitted version. */
export type ColleagueAnnotation =
  | {
      readonly sight: "full";
      readonly id: string;
      readonly author: Person;
      readonly version: number;
      readonly content: AnnotationContent;
      readonly reviews: readonly Review[];
    }
  | {
      readonly sight: "evidence";
      readonly id: string;
      /** Sources and quotes in the order of the sources' titles; stances are hidden. */
      readonly evidence: readonly Omit<Citation, "stance">[];
    };

export const reviewReasons = [
  "source_missing",
  "source_does_not_support",
  "missing_context",
  "wording",
  "bias",
  "other",
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

export const reviewInputSchema = z
  .strictObject({
    decision: z.enum(reviewDecisions),
    reasons: z.array(z.enum(reviewReasons)).max(6).default([]),
    comment: storableText(10_000).default(""),
    version: z.number().int().min(1),
  })
  .refine((review) => review.decision !== "request_changes" || review.reasons.length > 0, {
    path: ["reasons"],
    message: "asking for changes needs at least one reason",
  })
  .refine((review) => review.decision !== "comment" || review.comment.trim() !== "", {
    path: ["comment"],
    message: "a comment needs words",
  });
export type ReviewInput = z.infer<typeof reviewInputSchema>;

/** One decision on many annotations, each in the version that was seen. */
export const batchReviewSchema = z.strictObject({
  decision: z.enum(["approve", "withdraw"]),
  annotations: z
    .array(z.strictObject({ id: idSchema, version: z.number().int().min(1) }))
    .min(1)
    .max(500)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "names one of them twice"),
});
export type BatchReviewInput = z.infer<typeof batchReviewSchema>;

/** What came of it: the rest is untouched, each with the reason. */
export type BatchReviewResult = {
  readonly given: readonly string[];
  readonly refused: readonly {
    readonly annotationId: string;
    /** Submitted anew since it was seen; or not a legal step now. */
    readonly reason: "stale" | "not_possible";
  }[];
};

/** An annotation that the reader may approve now, as the review screen lists it. */
export type Approvable = {
  readonly claimId: string;
  readonly annotationId: string;
  readonly version: number;
  readonly author: Person;
  readonly verdict: string;
};

export const voteInputSchema = z.strictObject({
  verdict: z.string().max(40),
  rationale: storableText(10_000).default(""),
});
export type VoteInput = z.infer<typeof voteInputSchema>;

export const rulingInputSchema = z.strictObject({
  verdict: z.string().max(40),
  rationale: storableText(10_000).pipe(z.string().trim().min(1, "an adjudication needs its reasons")),
});
export type RulingInput = z.infer<typeof rulingInputSchema>;
