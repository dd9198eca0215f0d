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

/** Reads claims, one a line, under the article that each names; claims of one article may stand anywhere. */
export function readJsonLines(text: string, desk: ReadingDesk): ReadOutcome {
  return readWhole(() => {
    const found = new Map<string, z.infer<typeof lineSchema>[]>();
    for (const [at, words] of text.split("\n").entries()) {
      if (words.trim() === "") continue;
      const parsed = lineSchema.safeParse(parseJson(words, at + 1));
      if (!parsed.success) throw new ReadFailure(at + 1, `is no claim of Assay: ${firstIssue(parsed.error)}`);
      const of = JSON.stringify(parsed.data.article);
      found.set(of, [...(found.get(of) ?? []), parsed.data]);
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
