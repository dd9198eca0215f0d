import "server-only";
import type { AnnotationContent, Citation } from "@/lib/core/annotations/annotation";
import { publishGate, type GateClaim, type GateLine } from "@/lib/core/report/gate";
import type { ReportCitation, ReportClaim, ReportContent, ReportHead } from "@/lib/core/report/content";
import { present } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Prisma } from "@/prisma/client/client";
import { toContent, versionInclude } from "../annotations/rows";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { toScale } from "../workspaces/rows";
import { gateRuling } from "./gate-facts";
import { loadPrint, toReportRuling, type Print, type RulingFacts } from "./report-ruling";
import { listStandingWaivers } from "./waiver-rows";

const reportInclude = {
  policy: { select: { kind: true } },
  scale: true,
  revisions: { orderBy: { number: "desc" }, take: 1 },
  claims: {
    where: { deletedAt: null },
    orderBy: [{ ordinal: "asc" }, { start: "asc" }, { id: "asc" }],
    include: {
      votes: { select: { memberId: true, round: true } },
      notes: { where: { parentId: null, resolvedAt: null }, select: { id: true } },
      rulings: {
        where: { supersededAt: null },
        include: {
          basis: {
            orderBy: { annotationId: "asc" },
            include: {
              annotation: {
                include: {
                  ...versionInclude,
                  annotation: { select: { memberId: true } },
                  reviews: { where: { decision: "approve" }, select: { reviewerId: true } },
                },
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.ArticleInclude;

type ArticleRow = Prisma.ArticleGetPayload<{ include: typeof reportInclude }>;
type ClaimRow = ArticleRow["claims"][number];
type RulingRow = ClaimRow["rulings"][number];

export type ReportDraft = {
  readonly content: ReportContent;
  readonly gate: readonly GateLine[];
  readonly revisionId: string;
  /** The rulings that a report made of this would publish. */
  readonly rulingIds: readonly string[];
};

/** The report as it would be published now. @throws Refusal not_found */
export async function buildReport(tx: Tx, scope: WorkspaceScope, articleId: string): Promise<ReportDraft> {
  const article = await tx.article.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id: articleId }, deletedAt: null },
    include: reportInclude,
  });
  const revision = article?.revisions[0];
  if (!article || !revision) throw new Refusal("not_found", "There is no such article here.");
  const { key, version, name, options } = toScale(article.scale);
  const print = await loadPrint(tx, scope);
  const head: ReportHead = {
    format: "assay-report/1",
    desk: scope.workspaceName,
    article: {
      id: article.id,
      title: article.title,
      byline: article.byline,
      publisher: article.publisher,
      url: article.url,
      publishedAt: article.publishedAt?.toISOString() ?? null,
      language: article.language,
      direction: article.direction,
      revision: revision.number,
      sha256: revision.sha256,
      text: revision.text,
    },
    policy: article.policy.kind,
    scale: { key, version, name, options: [...options] },
  };
  const claims = article.claims.map((claim) => toReportClaim(claim, print));
  const asked = article.claims.map((row, at) =>
    toGateClaim(row, present(claims[at], "one claim a row"), head),
  );
  return {
    content: { ...head, claims },
    gate: publishGate(asked, await listStandingWaivers(tx, scope, articleId)),
    revisionId: revision.id,
    rulingIds: article.claims.flatMap((claim) => standingRuling(claim)?.id ?? []),
  };
}

function toGateClaim(row: ClaimRow, claim: ReportClaim, head: ReportHead): GateClaim {
  const { id, ordinal, disposition, state, notes } = row;
  const standing = standingRuling(row);
  const ruling =
    standing && claim.ruling
      ? gateRuling(claim, claim.ruling, head, { number: standing.number, contents: basisOf(standing) })
      : null;
  return { id, ordinal, disposition, state, openNotes: notes.length, ruling };
}

function basisOf(row: RulingRow): readonly AnnotationContent[] {
  return row.basis.map(({ annotation }) => toContent(annotation));
}

/** A ruling counts while the claim's state says so: not when its ground has changed, nor on a disposed claim. */
function standingRuling(claim: ClaimRow): RulingRow | null {
  return claim.state === "ruled" || claim.state === "published" ? (claim.rulings[0] ?? null) : null;
}

function toReportClaim(claim: ClaimRow, print: Print): ReportClaim {
  const { id, ordinal, kind, start, end, text, wording, disposition } = claim;
  const ruling = standingRuling(claim);
  return {
    id,
    ordinal,
    kind,
    start,
    end,
    text,
    wording,
    disposition,
    ruling: ruling ? toReportRuling(toRulingFacts(ruling, claim), print) : null,
  };
}

function toRulingFacts(row: RulingRow, { votes }: ClaimRow): RulingFacts {
  return {
    verdict: row.verdict,
    method: row.method,
    rationale: row.rationale,
    decidedAt: row.createdAt.toISOString(),
    decidedById: row.decidedById,
    dissent: row.dissent as unknown as RulingFacts["dissent"],
    votes,
    basis: row.basis.map(({ version, annotation }) => {
      const { verdict, rationale, citations, searches } = toContent(annotation);
      return {
        version,
        verdict,
        rationale,
        memberId: annotation.annotation.memberId,
        approvedBy: annotation.reviews.map(({ reviewerId }) => reviewerId),
        citations: citations.map(toReportCitation),
        searches: searches.map(({ query, place, searchedOn, outcome }) => ({
          query,
          place,
          searchedOn,
          outcome,
        })),
      };
    }),
  };
}

function toReportCitation({ source, check: _check, ...citation }: Citation): ReportCitation {
  const { id: _id, ...publication } = source;
  return { ...publication, ...citation };
}
