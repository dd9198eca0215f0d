import "server-only";
import type { ArticleSummary, BinnedArticle } from "@/lib/core/articles/article";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { byWorth } from "@/lib/core/claims/by-worth";
import { filterClaims, readFilter } from "@/lib/core/claims/claim-filter";
import type { ClaimQuery } from "@/lib/core/claims/claim-query";
import type { Workbench } from "@/lib/core/claims/workbench";
import { Refusal } from "@/lib/core/shared/refusal";
import { Prisma } from "@/prisma/client/client";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { assignedIn } from "../assignments/assigned-claims";
import { selectSummaries } from "../claims/rows";
import { db, type Tx } from "../db/client";
import { literalLike } from "../db/literal-like";
import { pageOf, type Page, type PageRequest } from "../http/page";
import { toScale } from "../workspaces/rows";
import { articleInclude, countClaims, toSummary, type ArticleRow } from "./rows";

type ArticleTarget = { readonly workspace: string; readonly articleId: string };

/** Articles, newest first, with their progress; those in the bin are left out. `q` looks in the titles, in any case. */
export async function listArticles(
  actor: Actor,
  target: { readonly workspace: string },
  { q, ...page }: PageRequest & { readonly q?: string | undefined } = { limit: 50 },
): Promise<Page<ArticleSummary>> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const rows = await db().article.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      ...(page.cursor ? { id: { lt: page.cursor } } : {}),
      ...(q ? { title: { contains: literalLike(q), mode: "insensitive" } } : {}),
    },
    orderBy: { id: "desc" },
    take: page.limit + 1,
    include: articleInclude,
  });
  const counts = await countClaims(
    db(),
    scope,
    rows.map(({ id }) => id),
  );
  return pageOf(rows, page.limit, (row) => toSummary(row, counts));
}

/** What lies in the bin, for those who may restore it; what was brought in last comes first. */
export async function listBin(
  actor: Actor,
  target: { readonly workspace: string },
  page: PageRequest = { limit: 50 },
): Promise<Page<BinnedArticle>> {
  const scope = await authorize(actor, target.workspace, "article.change");
  const rows = await db().article.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: { not: null },
      ...(page.cursor ? { id: { lt: page.cursor } } : {}),
    },
    orderBy: { id: "desc" },
    take: page.limit + 1,
    select: {
      id: true,
      title: true,
      language: true,
      direction: true,
      version: true,
      deletedAt: true,
      _count: { select: { reports: true } },
    },
  });
  return pageOf(rows, page.limit, ({ deletedAt, _count, ...row }) => ({
    ...row,
    binnedAt: (deletedAt ?? new Date(0)).toISOString(),
    reports: _count.reports,
  }));
}

/** @throws Refusal not_found */
export async function getArticle(actor: Actor, target: ArticleTarget): Promise<ArticleSummary> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const row = await findArticle(db(), scope, target.articleId);
  return toSummary(row, await countClaims(db(), scope, [row.id]));
}

/** The same, for those who may change it. @throws Refusal not_found, forbidden */
export async function getArticleToChange(actor: Actor, target: ArticleTarget): Promise<ArticleSummary> {
  const scope = await authorize(actor, target.workspace, "article.change");
  const row = await findArticle(db(), scope, target.articleId);
  return toSummary(row, await countClaims(db(), scope, [row.id]));
}

/**
 * The claims of an article in the order of its text, or as else it is asked for, as the caller may see them: all, or those
 * that are asked for.
 * @throws Refusal not_found
 */
export async function listClaims(
  actor: Actor,
  target: ArticleTarget,
  query: ClaimQuery = {},
): Promise<readonly ClaimSummary[]> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const row = await findArticle(db(), scope, target.articleId);
  const claims = await claimsOf(db(), scope, row, query);
  const filter = readFilter((name) =>
    name === "id" ? null : query[name as Exclude<keyof ClaimQuery, "id">],
  );
  const assigned = filter.assignee === null ? null : await assignedIn(db(), scope, row.id, filter.assignee);
  // As the caller may see them: a filter on stored states would tell what blindness hides.
  const found = filterClaims(claims, filter, assigned);
  return filter.order === "worth" ? byWorth(found) : found;
}

/** What the workbench opens with. @throws Refusal not_found */
export async function getWorkbench(actor: Actor, target: ArticleTarget): Promise<Workbench> {
  const scope = await authorize(actor, target.workspace, "article.read");
  // One cut through the data: a revision that is applied meanwhile must not mix old spans with a new text.
  return db().$transaction((tx) => readWorkbench(tx, scope, target.articleId), {
    isolationLevel: "RepeatableRead",
  });
}

async function readWorkbench(tx: Tx, scope: WorkspaceScope, articleId: string): Promise<Workbench> {
  const { workspaceId, memberId, role, slug, workspaceName, actor } = scope;
  const row = await findArticle(tx, scope, articleId);
  const claims = await claimsOf(tx, scope, row);
  const counts = await countClaims(tx, scope, [row.id]);
  const scale = await tx.scale.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: row.scaleId } },
  });
  const revision = await tx.revision.findFirstOrThrow({
    where: { workspaceId, articleId: row.id },
    orderBy: { number: "desc" },
    select: { text: true },
  });
  return {
    member: { memberId, name: actor.name, role, workspace: { slug, name: workspaceName } },
    article: toSummary(row, counts),
    text: revision.text,
    claims,
    scale: toScale(scale),
  };
}

function claimsOf(
  tx: Tx,
  scope: WorkspaceScope,
  row: ArticleRow,
  { id }: ClaimQuery = {},
): Promise<readonly ClaimSummary[]> {
  const named = id === undefined ? Prisma.empty : Prisma.sql`and c.id = any(${id}::uuid[])`;
  return selectSummaries(tx, scope, row.policy, Prisma.sql`c.article_id = ${row.id}::uuid ${named}`);
}

async function findArticle(tx: Tx, scope: WorkspaceScope, id: string): Promise<ArticleRow> {
  const row = await tx.article.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id }, deletedAt: null },
    include: articleInclude,
  });
  if (!row) throw new Refusal("not_found", "There is no such article here.");
  return row;
}
