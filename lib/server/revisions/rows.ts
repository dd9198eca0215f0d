import "server-only";
import type { RevisionChanges, StandingClaim } from "@/lib/core/anchors/changes";
import type { FormerClaim } from "@/lib/core/anchors/returned";
import type { RevisionSummary } from "@/lib/core/anchors/revision";
import type { Disposition } from "@/lib/core/claims/claim";
import { assert } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Prisma } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

export type ArticleTarget = { readonly workspace: string; readonly articleId: string };

export type StoredClaim = StandingClaim & {
  readonly id: string;
  readonly disposition: Disposition;
  readonly staleAt: Date | null;
};

/** An article as the revision that is about to be left has it. */
export type LoadedArticle = {
  readonly id: string;
  readonly language: string;
  readonly scaleId: string;
  readonly revisionId: string;
  readonly number: number;
  readonly sha256: string;
  readonly text: string;
  readonly claims: readonly StoredClaim[];
  /** Claims for sentences that earlier revisions took out, the last one first. */
  readonly former: readonly FormerClaim[];
};

const claimSelect = {
  id: true,
  kind: true,
  ordinal: true,
  start: true,
  end: true,
  text: true,
  disposition: true,
  staleAt: true,
} as const satisfies Prisma.ClaimSelect;

/** @throws Refusal not_found */
export async function loadArticle(tx: Tx, scope: WorkspaceScope, articleId: string): Promise<LoadedArticle> {
  const { workspaceId } = scope;
  const article = await tx.article.findUnique({
    where: { workspaceId_id: { workspaceId, id: articleId }, deletedAt: null },
    select: { id: true, language: true, scaleId: true },
  });
  if (!article) throw noArticle();
  const revision = await tx.revision.findFirst({
    where: { workspaceId, articleId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, sha256: true, text: true },
  });
  assert(revision, "an article has a first revision");
  const claims = await tx.claim.findMany({
    where: { workspaceId, articleId, deletedAt: null },
    orderBy: [{ ordinal: "asc" }, { start: "asc" }, { id: "asc" }],
    select: claimSelect,
  });
  const former = await tx.claim.findMany({
    where: { workspaceId, articleId, kind: "sentence", deletedAt: { not: null } },
    orderBy: [{ deletedAt: "desc" }, { ordinal: "asc" }],
    select: { id: true, text: true },
  });
  const { id: revisionId, ...newest } = revision;
  return { ...article, ...newest, revisionId, claims, former };
}

export function noArticle(): Refusal {
  return new Refusal("not_found", "There is no such article here.");
}

export const summarySelect = {
  id: true,
  number: true,
  sha256: true,
  createdAt: true,
  createdBy: { select: { id: true, user: { select: { name: true } } } },
} as const satisfies Prisma.RevisionSelect;

export type SummaryRow = Prisma.RevisionGetPayload<{ select: typeof summarySelect }>;

type Counts = Record<keyof RevisionChanges, number>;

export function toRevisionSummary(
  row: SummaryRow,
  counts: ReadonlyMap<string, RevisionSummary["counts"]>,
): RevisionSummary {
  return {
    number: row.number,
    sha256: row.sha256,
    createdAt: row.createdAt.toISOString(),
    createdBy: { memberId: row.createdBy.id, name: row.createdBy.user.name },
    counts: counts.get(row.id) ?? noCounts(),
  };
}

function noCounts(): Counts {
  return { carried: 0, moved: 0, changed: 0, deleted: 0, added: 0 };
}

/** How many claims each revision did what to. The one that was never left has no placements: all its claims are its own. */
export async function countChanges(
  tx: Tx,
  scope: WorkspaceScope,
  revisionIds: readonly string[],
): Promise<ReadonlyMap<string, RevisionSummary["counts"]>> {
  const rows = await tx.$queryRaw<{ revision_id: string; change: keyof Counts; claims: number }[]>`
    select revision_id, change::text, count(*)::int as claims
    from claim_placement
    where workspace_id = ${scope.workspaceId}::uuid and revision_id = any(${[...revisionIds]}::uuid[])
    group by revision_id, change
    union all
    select revision_id, 'added', count(*)::int
    from claim c
    where workspace_id = ${scope.workspaceId}::uuid and revision_id = any(${[...revisionIds]}::uuid[])
      and deleted_at is null
      and not exists (
        select 1 from claim_placement p
        where p.workspace_id = c.workspace_id and p.claim_id = c.id and p.revision_id = c.revision_id)
    group by revision_id`;
  const counts = new Map<string, Counts>();
  for (const { revision_id: id, change, claims } of rows) {
    const known = counts.get(id) ?? noCounts();
    counts.set(id, { ...known, [change]: known[change] + claims });
  }
  return counts;
}
