import "server-only";
import { z } from "zod";
import { searchKinds, type SearchHit, type SearchResult } from "@/lib/core/search/search";
import type { SimilarClaim } from "@/lib/core/search/similar";

const searchHit: z.ZodType<SearchHit> = z
  .strictObject({
    kind: z.enum(searchKinds),
    id: z.string().describe("Of the article, claim, source or note."),
    text: z.string().describe("Its title or its words, cut after 300 characters."),
    articleId: z.string().nullable().describe("null of a source."),
    articleTitle: z.string().nullable(),
    claimId: z.string().nullable().describe("Of the claim, or of the one that a note is about."),
    ordinal: z.number().nullable(),
  })
  .meta({ id: "SearchHit" });

export const searchResult: z.ZodType<SearchResult> = z.strictObject({
  items: z.array(searchHit),
  more: z.array(z.enum(searchKinds)).describe("Kinds of which there are more than were asked for."),
});

export const similarClaim: z.ZodType<SimilarClaim> = z
  .strictObject({
    id: z.string(),
    articleId: z.string(),
    articleTitle: z.string(),
    ordinal: z.number(),
    text: z.string(),
    wording: z.string().nullable(),
    ruling: z.string().describe("The verdict of the ruling that holds."),
    ruledAt: z.string(),
    similarity: z.number().describe("0 to 1: the share of words that both have."),
  })
  .meta({ id: "SimilarClaim" });
