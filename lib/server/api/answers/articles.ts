import "server-only";
import { z } from "zod";
import type { ArticleSummary, BinnedArticle, Duplicate } from "@/lib/core/articles/article";
import { boilerplateReasons, type BoilerplateProposal } from "@/lib/core/articles/boilerplate";
import type { FoundArticle } from "@/lib/core/articles/found-article";
import { policyKinds } from "@/lib/core/review/policy";
import type { Imported } from "../../articles/insert";
import type { ArticlePreview } from "../../articles/preview";
import { direction, span } from "./texts";

const boilerplateProposal: z.ZodType<BoilerplateProposal> = z
  .strictObject({ start: z.int(), end: z.int(), reason: z.enum(boilerplateReasons) })
  .meta({ id: "BoilerplateProposal" });

export const imported: z.ZodType<Imported> = z
  .strictObject({
    id: z.string(),
    revision: z.number(),
    claims: z.number(),
  })
  .meta({ id: "Imported" });

const duplicate: z.ZodType<Duplicate> = z
  .strictObject({
    articleId: z.string(),
    title: z.string(),
    revision: z.number(),
    same: z.enum(["text", "address"]),
  })
  .meta({
    id: "Duplicate",
    description:
      "An article of the desk that has the same address, or a version with the same text, as the one that is brought in.",
  });

export const articlePreview: z.ZodType<ArticlePreview> = z
  .strictObject({
    direction: direction,
    language: z.string().describe('As it was given, or found in the text; "und" where it could not be.'),
    spans: z.array(span).describe("Sentences as UTF-16 code units, half-open, in the text as it was sent."),
    boilerplate: z.array(boilerplateProposal).describe("Passages that look like boilerplate by their words."),
    duplicates: z.array(duplicate).describe("Articles of the desk that this one may be."),
  })
  .meta({ id: "ArticlePreview" });

export const articleSummary: z.ZodType<ArticleSummary> = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    byline: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    publishedAt: z.string().nullable(),
    language: z.string(),
    direction: z.enum(["ltr", "rtl"]),
    policy: z.enum(policyKinds),
    revision: z.number(),
    claims: z.number(),
    addressed: z.number(),
    version: z.number(),
    createdAt: z.string(),
    reports: z.number(),
  })
  .meta({ id: "ArticleSummary" });

export const binnedArticle: z.ZodType<BinnedArticle> = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    language: z.string(),
    direction: z.enum(["ltr", "rtl"]),
    version: z.number(),
    binnedAt: z.string(),
    reports: z.number().describe("Reports that were published before; those stay public."),
  })
  .meta({ id: "BinnedArticle" });

export const movedArticle = z.strictObject({ id: z.string(), version: z.int() });

export const importedDelivery = z.strictObject({
  id: z.string(),
  revision: z.int(),
  claims: z.int(),
  boilerplate: z
    .array(boilerplateProposal)
    .describe("Passages that look like boilerplate; disposed only if that was asked for."),
  duplicates: z.array(duplicate).describe("Articles that were here before and that this one may be."),
});

export const startedImport = z.strictObject({ job: z.string() });

export const foundArticle: z.ZodType<FoundArticle> = z
  .strictObject({
    title: z.string().nullable(),
    byline: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedAt: z.string().nullable().describe("A date or a moment, ISO 8601."),
    language: z.string().nullable().describe("A BCP 47 tag."),
    url: z
      .string()
      .nullable()
      .describe("The address that the document calls its own, else the one that it came from."),
    text: z.string(),
    boilerplate: z.array(boilerplateProposal),
    leftOut: z
      .array(z.string())
      .describe("What stood around the article and was not taken for a part of it: menus, footers."),
    encoding: z
      .string()
      .nullable()
      .describe("How the letters were read; null where the format leaves no choice."),
  })
  .meta({ id: "FoundArticle" });
