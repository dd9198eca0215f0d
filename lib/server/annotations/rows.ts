import "server-only";
import type { AnnotationContent, Citation, Review, ReviewReason } from "@/lib/core/annotations/annotation";
import type { ReviewDecision } from "@/lib/core/review/facts";
import type { CitationCheck, KeepProblem, QuoteFinding } from "@/lib/core/sources/citation-check";
import type { media, Source } from "@/lib/core/sources/source";
import type { Prisma } from "@/prisma/client/client";

export const versionInclude = {
  citations: {
    orderBy: { position: "asc" },
    include: {
      source: true,
      check: { include: { snapshot: { select: { id: true, url: true, sha256: true, takenAt: true } } } },
    },
  },
  searches: { orderBy: { position: "asc" } },
} as const satisfies Prisma.AnnotationVersionInclude;

type SourceRow = Omit<Source, "url" | "medium"> & {
  readonly canonicalUrl: string | null;
  readonly medium: string;
};

/** Times as the client gives them, or as PostgreSQL writes them in JSON. */
type Time = Date | string;

type CheckRow = {
  readonly problem: string | null;
  readonly finding: QuoteFinding | null;
  readonly foundText: string | null;
  readonly snapshot: {
    readonly id: string;
    readonly url: string;
    readonly sha256: string;
    readonly takenAt: Time;
  } | null;
};

type CitationRow = Omit<Citation, "source" | "check"> & {
  readonly source: SourceRow;
  readonly check: CheckRow | null;
};

/** A version with what it cites and what was searched for. */
export type VersionRow = Omit<AnnotationContent, "citations"> & {
  readonly citations: readonly CitationRow[];
};

export function toSource(row: SourceRow): Source {
  return {
    id: row.id,
    url: row.canonicalUrl,
    title: row.title,
    publisher: row.publisher,
    author: row.author,
    publishedOn: row.publishedOn,
    medium: row.medium as (typeof media)[number],
  };
}

export function toContent(row: VersionRow): AnnotationContent {
  return {
    verdict: row.verdict,
    rationale: row.rationale,
    confidence: row.confidence,
    citations: row.citations.map((citation) => ({
      source: toSource(citation.source),
      stance: citation.stance,
      quote: citation.quote,
      locator: citation.locator,
      accessedOn: citation.accessedOn,
      archivedUrl: citation.archivedUrl,
      check: toCheck(citation.check),
    })),
    searches: row.searches.map(({ query, place, searchedOn, sought, useful, outcome }) => ({
      query,
      place,
      searchedOn,
      sought,
      useful,
      outcome,
    })),
    noSourceFound: row.noSourceFound,
  };
}

function toCheck(row: CheckRow | null): CitationCheck | null {
  if (!row) return null;
  const { snapshot, problem, finding, foundText } = row;
  if (!snapshot) return { snapshot: null, problem: (problem ?? "broken") as KeepProblem };
  return {
    snapshot: { ...snapshot, takenAt: new Date(snapshot.takenAt).toISOString() },
    problem: null,
    finding,
    foundText,
  };
}

export type ReviewRow = {
  readonly id: string;
  readonly reviewer: { readonly id: string; readonly user: { readonly name: string } };
  readonly decision: ReviewDecision;
  readonly reasons: readonly string[];
  readonly comment: string;
  readonly version: number;
  readonly createdAt: Time;
};

export function toReview(row: ReviewRow, submittedVersion: number | null): Review {
  return {
    id: row.id,
    reviewer: { memberId: row.reviewer.id, name: row.reviewer.user.name },
    decision: row.decision,
    reasons: row.reasons as ReviewReason[],
    comment: row.comment,
    version: row.version,
    outdated: row.version !== submittedVersion,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}
