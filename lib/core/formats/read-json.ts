import type { z } from "zod";
import {
  reportClaimSchema,
  reportContentSchema,
  reportHeadSchema,
  type ReportContent,
} from "../report/content";
import { findJsonBreak } from "./json-break";
import { articleOf, ReadFailure, readWhole, type ReadingDesk, type ReadOutcome } from "./reading";

/** Reads what the JSON format wrote. */
export function readJsonReport(text: string): ReadOutcome {
  return readWhole(() => [parseReport(text)]);
}

function parseReport(text: string): ReportContent {
  const parsed = reportContentSchema.safeParse(parseJson(text, 1));
  if (parsed.success) return parsed.data;
  throw new ReadFailure(1, `is no report of Assay: ${firstIssue(parsed.error)}`);
}

const lineSchema = reportClaimSchema.extend({
  article: reportHeadSchema.shape.article.omit({ text: true }),
});

/** A claim of a JSON Lines file, already parsed. */
export type ClaimLine = { readonly line: number; readonly value: unknown };

/** Reads the claims of one article, as they stand one a line. */
export function readClaimLines(lines: readonly ClaimLine[], desk: ReadingDesk): ReadOutcome {
  return readWhole(() => {
    const found = lines.map(({ line, value }) => parseClaim(value, line));
    const claims = found.map(({ article: _, ...claim }) => claim);
    return [
      { format: "assay-report/1", ...desk, article: articleOf(found[0]?.article ?? {}, claims), claims },
    ];
  });
}

function parseClaim(value: unknown, line: number): z.infer<typeof lineSchema> {
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) throw new ReadFailure(line, `is no claim of Assay: ${firstIssue(parsed.error)}`);
  return parsed.data;
}

/** Reads claims, one a line, under the article that each names; claims of one article may stand anywhere. */
export function readJsonLines(text: string, desk: ReadingDesk): ReadOutcome {
  return readWhole(() => {
    const found = new Map<string, z.infer<typeof lineSchema>[]>();
    for (const [at, words] of text.split("\n").entries()) {
      if (words.trim() === "") continue;
      const claim = parseClaim(parseJson(words, at + 1), at + 1);
      const of = JSON.stringify(claim.article);
      const known = found.get(of);
      if (known) known.push(claim);
      else found.set(of, [claim]);
    }
    return [...found.values()].map((lines) => {
      const claims = lines.map(({ article: _, ...claim }) => claim);
      return {
        format: "assay-report/1",
        ...desk,
        article: articleOf(lines[0]?.article ?? {}, claims),
        claims,
      };
    });
  });
}

/** @throws ReadFailure that tells the line on which the text stops being JSON */
export function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const broken = findJsonBreak(text);
    throw new ReadFailure(line + (broken?.line ?? 1) - 1, "is no valid JSON");
  }
}

/** What is wrong first, with where it stands. */
export function firstIssue({ issues }: z.ZodError): string {
  const [issue] = issues;
  return issue ? `${issue.path.join(".") || "it"}: ${issue.message}` : "something is wrong";
}
