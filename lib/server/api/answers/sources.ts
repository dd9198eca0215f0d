import "server-only";
import { z } from "zod";
import { quoteFindings, type SnapshotMark } from "@/lib/core/sources/citation-check";
import type { Lookup } from "@/lib/core/sources/publication";
import { media, type Source } from "@/lib/core/sources/source";

export const source: z.ZodType<Source> = z
  .strictObject({
    id: z.string(),
    url: z.string().nullable(),
    title: z.string(),
    publisher: z.string().nullable(),
    author: z.string().nullable(),
    publishedOn: z.string().nullable(),
    medium: z.enum(media),
  })
  .meta({ id: "Source" });

export const snapshotMark: z.ZodType<SnapshotMark> = z
  .strictObject({
    id: z.string(),
    url: z.string().describe("Where the page was in the end, after all redirects."),
    sha256: z.string().describe("SHA-256 of its text in UTF-8, hexadecimal."),
    takenAt: z.string(),
  })
  .meta({ id: "SnapshotMark", description: "A snapshot without its text." });

export const lookup: z.ZodType<Lookup> = z
  .strictObject({
    id: z.string(),
    step: z.enum(["waiting", "fetching", "reading", "over"]),
    found: z
      .strictObject({
        url: z.string().nullable(),
        title: z.string().nullable(),
        publisher: z.string().nullable(),
        author: z.string().nullable(),
        publishedOn: z.string().nullable().describe("As precisely as it is known: a year, a month or a day."),
        medium: z.enum(media),
      })
      .nullable()
      .describe("What was found, for a person to look at; null while it goes on, and when nothing was."),
    known: source.nullable().describe("The entry of the library that it is already."),
    problem: z.string().nullable().describe("Why nothing was found, in words."),
  })
  .meta({ id: "Lookup", description: "How far the look-up of a publication is, and what came of it." });

export const citationCheck = z
  .union([
    z.strictObject({
      snapshot: snapshotMark,
      problem: z.null(),
      finding: z.enum(quoteFindings).nullable().describe("Null where there is no quote to look for."),
      foundText: z
        .string()
        .nullable()
        .describe("The words as the snapshot has them; null where they are not found."),
    }),
    z.strictObject({
      snapshot: z.null(),
      problem: z.enum([
        "type",
        "unreachable",
        "slow",
        "redirects",
        "login",
        "gone",
        "refused",
        "large",
        "broken",
        "unreadable",
      ]),
    }),
  ])
  .meta({
    id: "CitationCheck",
    description: "What came of keeping a cited page, and of looking for the quote in it.",
  });
