import "server-only";
import type { AnnotationContent, Review, ReviewReason } from "@/lib/core/annotations/annotation";
import type { CitationCheck, KeepProblem } from "@/lib/core/sources/citation-check";
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

type VersionRow = Prisma.AnnotationVersionGetPayload<{ include: typeof versionInclude }>;
type CheckRow = VersionRow["citations"][number]["check"];
type SourceRow = VersionRow["citations"][number]["source"];

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

function toCheck(row: CheckRow): CitationCheck | null {
  if (!row) return null;
  const { snapshot, problem, finding, foundText } = row;
  if (!snapshot) return { snapshot: null, problem: (problem ?? "broken") as KeepProblem };
  return {
    snapshot: { ...snapshot, takenAt: snapshot.takenAt.toISOString() },
    problem: null,
    finding,
    foundText,
  };
}

export const reviewInclude = {
  reviewer: { select: { id: true, user: { select: { name: true } } } },
} as const satisfies Prisma.ReviewInclude;

type ReviewRow = Prisma.ReviewGetPayload<{ include: typeof reviewInclude }>;

export function toReview(row: ReviewRow, submittedVersion: number | null): Review {
  return {
    id: row.id,
    reviewer: { memberId: row.reviewer.id, name: row.reviewer.user.name },
    decision: row.decision,
    reasons: row.reasons as ReviewReason[],
    comment: row.comment,
    version: row.version,
    outdated: row.version !== submittedVersion,
    createdAt: row.createdAt.toISOString(),
  };
}
