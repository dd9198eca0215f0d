import "server-only";
import { z } from "zod";
import {
  reviewReasons,
  type AnnotationContent,
  type Approvable,
  type BatchReviewResult,
  type Citation,
  type ColleagueAnnotation,
  type ManySaved,
  type OwnAnnotation,
  type Review,
  type SearchEntry,
} from "@/lib/core/annotations/annotation";
import { reviewDecisions } from "@/lib/core/review/facts";
import { stances } from "@/lib/core/sources/source";
import type { AnnotationVersion } from "../../annotations/queries";
import { person } from "./people";
import { citationCheck, source } from "./sources";

export const citation: z.ZodType<Citation> = z
  .strictObject({
    source: source,
    stance: z.enum(stances),
    quote: z.string(),
    locator: z.string().nullable(),
    accessedOn: z.string().nullable(),
    archivedUrl: z.string().nullable(),
    check: citationCheck
      .nullable()
      .describe("What came of keeping the source; null while nothing has, and for what has no address."),
  })
  .meta({ id: "Citation" });

export const searchEntry: z.ZodType<SearchEntry> = z
  .strictObject({
    query: z.string(),
    place: z.string(),
    searchedOn: z.string().nullable(),
    sought: z
      .enum(stances)
      .nullable()
      .describe("What it was hoped to find: something for the claim, against it, or about it."),
    useful: z
      .boolean()
      .describe('Whether it led to anything; "nothing useful" is what most searches are logged for.'),
    outcome: z.string(),
  })
  .meta({ id: "SearchEntry" });

export const annotationContent: z.ZodType<AnnotationContent> = z
  .strictObject({
    verdict: z.string().nullable(),
    rationale: z.string(),
    confidence: z.number().nullable(),
    citations: z.array(citation),
    searches: z.array(searchEntry),
    noSourceFound: z.boolean().describe('The answer "no source found".'),
  })
  .meta({ id: "AnnotationContent" });

export const annotationVersion: z.ZodType<AnnotationVersion> = z
  .strictObject({
    annotationId: z.string(),
    claimId: z.string(),
    author: person,
    version: z.number(),
    previous: z.number().nullable().describe("The version before it, of those that the caller may see."),
    createdAt: z.string(),
    content: annotationContent,
  })
  .meta({ id: "AnnotationVersion" });

export const review: z.ZodType<Review> = z
  .strictObject({
    id: z.string(),
    reviewer: person,
    decision: z.enum(reviewDecisions),
    reasons: z.array(z.enum(reviewReasons)),
    comment: z.string(),
    version: z
      .number()
      .describe("The version that was judged, and whether a newer one has been submitted since."),
    outdated: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: "Review" });

export const ownAnnotation: z.ZodType<OwnAnnotation> = z
  .strictObject({
    id: z.string().nullable(),
    version: z.number().describe("0 when nothing has been saved yet."),
    submittedVersion: z.number().nullable(),
    content: annotationContent,
    reviews: z.array(review),
  })
  .meta({ id: "OwnAnnotation", description: "The reader's own annotation: always the newest version." });

export const colleagueAnnotation: z.ZodType<ColleagueAnnotation> = z
  .union([
    z.strictObject({
      sight: z.literal("full"),
      id: z.string(),
      author: person,
      version: z.number(),
      content: annotationContent,
      reviews: z.array(review),
    }),
    z.strictObject({
      sight: z.literal("evidence"),
      id: z.string(),
      evidence: z
        .array(
          z.strictObject({
            check: citationCheck
              .nullable()
              .describe(
                "What came of keeping the source; null while nothing has, and for what has no address.",
              ),
            quote: z.string(),
            locator: z.string().nullable(),
            accessedOn: z.string().nullable(),
            archivedUrl: z.string().nullable(),
            source: source,
          }),
        )
        .describe("Sources and quotes in the order of the sources' titles; stances are hidden."),
    }),
  ])
  .meta({ id: "ColleagueAnnotation", description: "A colleague's annotation: the submitted version." });

export const manySaved: z.ZodType<ManySaved> = z
  .strictObject({
    saved: z.array(z.strictObject({ claimId: z.string(), version: z.number() })),
    refused: z.array(
      z.strictObject({
        claimId: z.string(),
        reason: z
          .enum(["stale", "not_possible"])
          .describe(
            "Saved elsewhere since that version; or the claim takes no annotation of the caller now.",
          ),
      }),
    ),
  })
  .meta({ id: "ManySaved", description: "What came of it: the rest is untouched, each with the reason." });

export const batchReviewResult: z.ZodType<BatchReviewResult> = z
  .strictObject({
    given: z.array(z.string()),
    refused: z.array(
      z.strictObject({
        annotationId: z.string(),
        reason: z
          .enum(["stale", "not_possible"])
          .describe("Submitted anew since it was seen; or not a legal step now."),
      }),
    ),
  })
  .meta({
    id: "BatchReviewResult",
    description: "What came of it: the rest is untouched, each with the reason.",
  });

export const approvable: z.ZodType<Approvable> = z
  .strictObject({
    claimId: z.string(),
    annotationId: z.string(),
    version: z.number(),
    author: person,
    verdict: z.string(),
  })
  .meta({
    id: "Approvable",
    description: "An annotation that the reader may approve now, as the review screen lists it.",
  });
