import "server-only";
import {
  compareStandings,
  type KeptFate,
  type RevisionChanges,
  type StandingClaim,
} from "@/lib/core/anchors/changes";
import type { RevisionSummary, RevisionView } from "@/lib/core/anchors/revision";
import { Refusal } from "@/lib/core/shared/refusal";
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
  const rows = await db().$queryRaw<PlaceRow[]>`
    select c.id, c.kind::text, coalesce(own.ordinal, p.ordinal) as ordinal, coalesce(own.start, p.start) as start,
      coalesce(own."end", p."end") as "end", coalesce(p.change::text, 'added') as change
    from claim c
    left join claim_placement p
      on p.workspace_id = c.workspace_id and p.claim_id = c.id and p.revision_id = ${id}::uuid
    left join claim own
      on own.workspace_id = c.workspace_id and own.id = c.id and own.revision_id = ${id}::uuid
        and own.deleted_at is null
    where c.workspace_id = ${scope.workspaceId}::uuid
      and c.article_id = (
        select article_id from revision where workspace_id = ${scope.workspaceId}::uuid and id = ${id}::uuid)
      and (own.id is not null or p.change <> 'deleted')
    order by ordinal, start, c.id`;
  return {
    claims: rows.map(({ change: _, ...row }) => ({ ...row, text: text.slice(row.start, row.end) })),
    fates: new Map(
      rows.flatMap(({ id: claimId, change }) => (change === "added" ? [] : [[claimId, change] as const])),
    ),
  };
}
