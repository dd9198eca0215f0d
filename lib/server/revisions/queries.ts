import "server-only";
import {
  compareStandings,
  type KeptFate,
  type RevisionChanges,
  type StandingClaim,
} from "@/lib/core/anchors/changes";
import type { RevisionSummary, RevisionView } from "@/lib/core/anchors/revision";
import { Refusal } from "@/lib/core/shared/refusal";
import { Prisma } from "@/prisma/client/client";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { pageOf, type Page, type PageRequest } from "../http/page";
import {
  countChanges,
  noArticle,
  summarySelect,
  toRevisionSummary,
  type ArticleTarget,
  type SummaryRow,
} from "./rows";

type NumberedTarget = ArticleTarget & { readonly number: number };

/** The versions of an article's text, newest first, with what each did to the claims. @throws Refusal not_found */
export async function listRevisions(
  actor: Actor,
  target: ArticleTarget,
  page: PageRequest = { limit: 50 },
): Promise<Page<RevisionSummary>> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const article = await db().article.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id: target.articleId }, deletedAt: null },
    select: { id: true },
  });
  if (!article) throw noArticle();
  const rows = await db().revision.findMany({
    where: {
      workspaceId: scope.workspaceId,
      articleId: target.articleId,
      ...(page.cursor ? { id: { lt: page.cursor } } : {}),
    },
    orderBy: { number: "desc" },
    take: page.limit + 1,
    select: summarySelect,
  });
  const counts = await countChanges(
    db(),
    scope,
    rows.map(({ id }) => id),
  );
  return pageOf(rows, page.limit, (row) => toRevisionSummary(row, counts));
}

/** One version: its text, and where the claims stood in it. @throws Refusal not_found */
export async function getRevision(actor: Actor, target: NumberedTarget): Promise<RevisionView> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const row = await findRevision(scope, target);
  const counts = await countChanges(db(), scope, [row.id]);
  const { claims } = await readStandings(scope, row);
  return { ...toRevisionSummary(row, counts), text: row.text, claims };
}

/** What one revision did to the claims of the one before it, as it was recorded. @throws Refusal not_found */
export async function getRevisionChanges(actor: Actor, target: NumberedTarget): Promise<RevisionChanges> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const after = await readStandings(scope, await findRevision(scope, target));
  if (target.number === 1) return compareStandings([], after.claims);
  const before = await readStandings(
    scope,
    await findRevision(scope, { ...target, number: target.number - 1 }),
  );
  return compareStandings(before.claims, after.claims, after.fates);
}

/** What lies between any two revisions, told by words and order. @throws Refusal not_found */
export async function getComparison(
  actor: Actor,
  target: ArticleTarget & { readonly from: number; readonly to: number },
): Promise<RevisionChanges> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const [from, to] = await Promise.all([
    findRevision(scope, { ...target, number: target.from }),
    findRevision(scope, { ...target, number: target.to }),
  ]);
  const [before, after] = await Promise.all([readStandings(scope, from), readStandings(scope, to)]);
  return compareStandings(before.claims, after.claims);
}

/** What applying a text came to: what the new revision did, or, of a text sent again, that all claims stand. */
export async function getOutcome(
  actor: Actor,
  target: ArticleTarget,
  { outcome, revision }: { readonly outcome: "applied" | "unchanged"; readonly revision: number },
): Promise<RevisionChanges> {
  return outcome === "applied"
    ? getRevisionChanges(actor, { ...target, number: revision })
    : getComparison(actor, { ...target, from: revision, to: revision });
}

type RevisionRow = SummaryRow & { readonly text: string };

async function findRevision(
  scope: WorkspaceScope,
  { articleId, number }: Omit<NumberedTarget, "workspace">,
): Promise<RevisionRow> {
  const row = await db().revision.findUnique({
    where: {
      workspaceId_articleId_number: { workspaceId: scope.workspaceId, articleId, number },
      article: { deletedAt: null },
    },
    select: { ...summarySelect, text: true },
  });
  if (!row) throw new Refusal("not_found", "There is no such revision of this article.");
  return row;
}

type Standings = {
  readonly claims: readonly StandingClaim[];
  readonly fates: ReadonlyMap<string, KeptFate>;
};

type PlaceRow = Omit<StandingClaim, "id" | "text"> & {
  readonly id: string;
  readonly change: KeptFate | "added";
};

/** Claims in a revision by their placements; where it was not left yet, by the claims themselves. */
async function readStandings(scope: WorkspaceScope, { id, text }: RevisionRow): Promise<Standings> {
  const workspaceId = Prisma.sql`${scope.workspaceId}::uuid`;
  const [placed, standing] = await Promise.all([
    db().$queryRaw<PlaceRow[]>`
      select c.id, c.kind::text, p.ordinal, p.start, p."end", p.change::text
      from claim_placement p
      join claim c on c.workspace_id = p.workspace_id and c.id = p.claim_id
      where p.workspace_id = ${workspaceId} and p.revision_id = ${id}::uuid and p.change <> 'deleted'`,
    db().$queryRaw<PlaceRow[]>`
      select c.id, c.kind::text, c.ordinal, c.start, c."end", 'added' as change
      from claim c
      where c.workspace_id = ${workspaceId} and c.revision_id = ${id}::uuid and c.deleted_at is null`,
  ]);
  const fates = new Map(
    placed.flatMap(({ id: claimId, change }) => (change === "added" ? [] : [[claimId, change] as const])),
  );
  const rows = [...new Map([...placed, ...standing].map((row) => [row.id, row])).values()];
  return {
    claims: rows
      .toSorted(byPlace)
      .map(({ change: _, ...row }) => ({ ...row, text: text.slice(row.start, row.end) })),
    fates,
  };
}

function byPlace(one: PlaceRow, two: PlaceRow): number {
  return one.ordinal - two.ordinal || one.start - two.start || (one.id < two.id ? -1 : 1);
}
