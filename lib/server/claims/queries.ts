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
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { selectAssignments } from "../assignments/rows";
import { toContent, toReview } from "../annotations/rows";
import { db, type Tx } from "../db/client";
import { selectNotes } from "../notes/rows";
import { viewerOf } from "../review/checks";
import type { LoadedClaim } from "../review/load-facts";
import { readJudgedWords } from "../revisions/judged-words";
import { toScale } from "../workspaces/rows";
import { summaryOf } from "./rows";
import { selectShown, type ShownAnnotation } from "./shown";

type ClaimTarget = { readonly workspace: string; readonly claimId: string };

/** All that the caller may know of one claim. @throws Refusal not_found */
export async function getClaimDetail(actor: Actor, target: ClaimTarget): Promise<ClaimDetail> {
  const scope = await authorize(actor, target.workspace, "article.read");
  return readDetail(db(), scope, target.claimId);
}

export async function readDetail(tx: Tx, scope: WorkspaceScope, claimId: string): Promise<ClaimDetail> {
  const { claim, shown } = await selectShown(tx, scope, claimId);
  const { facts, row } = claim;
  const viewer = viewerOf(scope);
  const annotations = toAnnotations(scope, claim, shown.annotations);
  const notes = row.noted && can(scope.role, "note.read") ? await selectNotes(tx, scope, claimId) : [];
  return {
    claim: summaryOf(scope, claim, { myVerdict: annotations.own.content.verdict, notes }),
    previousText: facts.stale ? ((await readJudgedWords(tx, scope, [claimId])).get(claimId) ?? null) : null,
    attribution: { speaker: row.speaker, saidOn: row.saidOn, saidAt: row.saidAt },
    articleId: row.articleId,
    policy: facts.policy.kind,
    scale: toScale(shown.scale),
    ...annotations,
    blind: !isRevealed(facts),
    votes: await readVotes(tx, scope, claim),
    ruling: await readRuling(tx, scope, claim),
    notes,
    assignments: row.assignments.length > 0 ? await selectAssignments(tx, scope, claim) : [],
    steps: legalSteps(facts, viewer),
  };
}

function toAnnotations(
  scope: WorkspaceScope,
  { facts }: LoadedClaim,
  rows: readonly ShownAnnotation[],
): { own: OwnAnnotation; colleagues: readonly ColleagueAnnotation[] } {
  const own = rows.find((row) => row.memberId === scope.memberId);
  const factsOf = (id: string) =>
    present(
      facts.annotations.find((annotation) => annotation.id === id),
      "an annotation has facts",
    );
  return {
    own: own
      ? toOwn(own, factsOf(own.id))
      : { id: null, version: 0, submittedVersion: null, content: emptyAnnotation, reviews: [] },
    colleagues: rows
      .filter((row) => row !== own)
      .flatMap((row) => {
        const sight = sightOf(facts, factsOf(row.id), viewerOf(scope));
        return sight === "nothing" ? [] : [toColleague(row, factsOf(row.id), sight)];
      }),
  };
}

function toOwn(row: ShownAnnotation, { id, version, submittedVersion }: AnnotationFacts): OwnAnnotation {
  return {
    id,
    version,
    submittedVersion,
    content: toContent(row.content),
    reviews: reviewsOf(row, submittedVersion),
  };
}

function toColleague(
  row: ShownAnnotation,
  { id, submittedVersion }: AnnotationFacts,
  sight: "full" | "evidence",
): ColleagueAnnotation {
  const content = toContent(row.content);
  if (sight === "full") {
    const version = present(submittedVersion, "a colleague's annotation is seen when it is submitted");
    return {
      sight,
      id,
      author: { memberId: row.memberId, name: row.authorName },
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

function reviewsOf(row: ShownAnnotation, submittedVersion: number | null) {
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
  const { ruling: current } = claim.row;
  if (!current) return null;
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
          ...current.dissent.map((d) => d.memberId),
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
    decidedAt: new Date(current.createdAt).toISOString(),
    number: current.number,
    holds: rulingHolds(claim.facts),
    basis: basis.map(({ annotationId, version }) => {
      const memberId = authorOf(annotationId);
      return { annotationId, version, author: { memberId, name: nameOf(memberId) } };
    }),
    dissent: current.dissent.map((vote) => ({ ...vote, name: nameOf(vote.memberId) })),
  };
}
