import "server-only";
import type { ColleagueAnnotation, OwnAnnotation, Person } from "@/lib/core/annotations/annotation";
import { emptyAnnotation } from "@/lib/core/annotations/empty-annotation";
import type { ClaimDetail, Ruling, Vote } from "@/lib/core/claims/detail";
import { can } from "@/lib/core/permissions/table";
import { rulingHolds, type AnnotationFacts } from "@/lib/core/review/facts";
import { claimState } from "@/lib/core/review/state";
import { legalSteps } from "@/lib/core/review/steps";
import { isRevealed, sightOf } from "@/lib/core/review/visibility";
import { present } from "@/lib/core/shared/assert";
import { Prisma } from "@/prisma/client/client";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { selectAssignments } from "../assignments/rows";
import { reviewInclude, toContent, toReview, versionInclude } from "../annotations/rows";
import { db, type Tx } from "../db/client";
import { selectNotes } from "../notes/rows";
import { viewerOf } from "../review/checks";
import { loadClaim, type LoadedClaim } from "../review/load-facts";
import { readJudgedWords } from "../revisions/judged-words";
import { toScale } from "../workspaces/rows";
import { selectSummaries } from "./rows";

type ClaimTarget = { readonly workspace: string; readonly claimId: string };

/** All that the caller may know of one claim. @throws Refusal not_found */
export async function getClaimDetail(actor: Actor, target: ClaimTarget): Promise<ClaimDetail> {
  const scope = await authorize(actor, target.workspace, "article.read");
  return readDetail(db(), scope, target.claimId);
}

export async function readDetail(tx: Tx, scope: WorkspaceScope, claimId: string): Promise<ClaimDetail> {
  const claim = await loadClaim(tx, scope, claimId);
  const { facts, row } = claim;
  const viewer = viewerOf(scope);
  const [summary] = await selectSummaries(tx, scope, facts.policy, Prisma.sql`c.id = ${claimId}::uuid`);
  const scale = await tx.scale.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id: row.scaleId } },
  });
  const annotations = await readAnnotations(tx, scope, claim);
  return {
    claim: present(summary, "a claim that was just read has a summary"),
    previousText: facts.stale ? ((await readJudgedWords(tx, scope, [claimId])).get(claimId) ?? null) : null,
    attribution: { speaker: row.speaker, saidOn: row.saidOn, saidAt: row.saidAt },
    articleId: row.articleId,
    policy: facts.policy.kind,
    scale: toScale(scale),
    ...annotations,
    blind: !isRevealed(facts),
    votes: await readVotes(tx, scope, claim),
    ruling: await readRuling(tx, scope, claim),
    notes: can(scope.role, "note.read") ? await selectNotes(tx, scope, claimId) : [],
    assignments: await selectAssignments(tx, scope, claim),
    steps: legalSteps(facts, viewer),
  };
}

async function readAnnotations(
  tx: Tx,
  scope: WorkspaceScope,
  claim: LoadedClaim,
): Promise<{ own: OwnAnnotation; colleagues: readonly ColleagueAnnotation[] }> {
  const viewer = viewerOf(scope);
  const visible = claim.facts.annotations.filter(
    (annotation) => sightOf(claim.facts, annotation, viewer) !== "nothing",
  );
  const rows = await tx.annotation.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: visible.map(({ id }) => id) } },
    orderBy: { createdAt: "asc" },
    include: {
      member: { select: { id: true, user: { select: { name: true } } } },
      reviews: { orderBy: { createdAt: "asc" }, include: reviewInclude },
      versions: {
        where: {
          OR: visible.map((annotation) => ({
            annotationId: annotation.id,
            version:
              annotation.memberId === scope.memberId
                ? annotation.version
                : (annotation.submittedVersion ?? 0),
          })),
        },
        include: versionInclude,
      },
    },
  });
  const own = rows.find((row) => row.memberId === scope.memberId);
  const factsOf = (id: string) =>
    present(
      claim.facts.annotations.find((annotation) => annotation.id === id),
      "a visible annotation has facts",
    );
  return {
    own: own
      ? toOwn(own, factsOf(own.id))
      : { id: null, version: 0, submittedVersion: null, content: emptyAnnotation, reviews: [] },
    colleagues: rows
      .filter((row) => row !== own)
      .map((row) => toColleague(row, factsOf(row.id), sightOf(claim.facts, factsOf(row.id), viewer))),
  };
}

type AnnotationRow = Prisma.AnnotationGetPayload<{
  include: {
    member: { select: { id: true; user: { select: { name: true } } } };
    reviews: { include: typeof reviewInclude };
    versions: { include: typeof versionInclude };
  };
}>;

// The numbers come from the facts and not from the row: the row was read later, and a save in between would tie words
// to a version that they are not.
function toOwn(row: AnnotationRow, { id, version, submittedVersion }: AnnotationFacts): OwnAnnotation {
  return {
    id,
    version,
    submittedVersion,
    content: contentOf(row),
    reviews: reviewsOf(row, submittedVersion),
  };
}

function toColleague(
  row: AnnotationRow,
  { id, submittedVersion }: AnnotationFacts,
  sight: "full" | "evidence" | "nothing",
): ColleagueAnnotation {
  const content = contentOf(row);
  if (sight === "full") {
    const version = present(submittedVersion, "a colleague's annotation is seen when it is submitted");
    return {
      sight,
      id,
      author: toPerson(row.member),
      version,
      content,
      reviews: reviewsOf(row, submittedVersion),
    };
  }
  const evidence = content.citations
    .map(({ stance: _hidden, ...citation }) => citation)
    // The author's order could say which source they thought decisive.
    .toSorted(
      (a, b) => a.source.title.localeCompare(b.source.title, "en") || a.quote.localeCompare(b.quote, "en"),
    );
  return { sight: "evidence", id, evidence };
}

function contentOf(row: AnnotationRow) {
  return toContent(present(row.versions[0], "an annotation has the version that it names"));
}

function reviewsOf(row: AnnotationRow, submittedVersion: number | null) {
  return row.reviews.map((review) => toReview(review, submittedVersion));
}

function toPerson(member: { readonly id: string; readonly user: { readonly name: string } }): Person {
  return { memberId: member.id, name: member.user.name };
}

/** Votes of the current round; what others voted is told to those who have voted, and to all once it is decided. */
async function readVotes(tx: Tx, scope: WorkspaceScope, claim: LoadedClaim): Promise<readonly Vote[]> {
  const { facts } = claim;
  if (facts.votes.length === 0 || !can(scope.role, "annotation.read")) return [];
  const hasVoted = facts.votes.some((vote) => vote.memberId === scope.memberId);
  const isOpen = hasVoted || rulingHolds(facts) || claimState(facts) === "disputed";
  const rows = await tx.vote.findMany({
    where: { workspaceId: scope.workspaceId, claimId: claim.row.id, round: claim.round },
    orderBy: { createdAt: "asc" },
    include: { member: { select: { id: true, user: { select: { name: true } } } } },
  });
  return rows.map(({ member, verdict, rationale }) =>
    isOpen
      ? { member: toPerson(member), verdict, rationale }
      : { member: toPerson(member), verdict: null, rationale: null },
  );
}

async function readRuling(tx: Tx, scope: WorkspaceScope, claim: LoadedClaim): Promise<Ruling | null> {
  const [current] = claim.row.rulings;
  if (!current) return null;
  const dissenters = toDissent(current.dissent);
  // Whoever may not read annotations is told the ruling, not whose work it rests on.
  const basis = can(scope.role, "annotation.read") ? current.basis : [];
  const authorOf = (id: string) =>
    claim.facts.annotations.find((annotation) => annotation.id === id)?.memberId ?? "";
  const people = await tx.member.findMany({
    where: {
      workspaceId: scope.workspaceId,
      id: {
        in: [
          current.decidedById,
          ...dissenters.map((d) => d.memberId),
          ...basis.map(({ annotationId }) => authorOf(annotationId)).filter((id) => id !== ""),
        ],
      },
    },
    select: { id: true, user: { select: { name: true } } },
  });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.user.name ?? "";
  return {
    verdict: current.verdict,
    rationale: current.rationale,
    method: current.method,
    decidedBy: { memberId: current.decidedById, name: nameOf(current.decidedById) },
    decidedAt: current.createdAt.toISOString(),
    number: current.number,
    holds: rulingHolds(claim.facts),
    basis: basis.map(({ annotationId, version }) => {
      const memberId = authorOf(annotationId);
      return { annotationId, version, author: { memberId, name: nameOf(memberId) } };
    }),
    dissent: dissenters.map((vote) => ({ ...vote, name: nameOf(vote.memberId) })),
  };
}

function toDissent(json: Prisma.JsonValue) {
  return json as unknown as readonly { memberId: string; verdict: string }[];
}
