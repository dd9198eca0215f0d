import "server-only";
import type { ArticleSummary } from "@/lib/core/articles/article";
import type { Prisma } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

export const articleInclude = {
  policy: { select: { kind: true, annotations: true, quorum: true, panelSize: true } },
  revisions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true } },
  _count: { select: { reports: true } },
} as const satisfies Prisma.ArticleInclude;

export type ArticleRow = Prisma.ArticleGetPayload<{ include: typeof articleInclude }>;

export type Counts = ReadonlyMap<string, { readonly claims: number; readonly addressed: number }>;

/** Claims and addressed claims of each article, in one query. Being addressed is no secret under any policy. */
export async function countClaims(
  tx: Tx,
  scope: WorkspaceScope,
  articleIds: readonly string[],
): Promise<Counts> {
  const rows = await tx.$queryRaw<{ article_id: string; claims: number; addressed: number }[]>`
    select article_id, count(*)::int as claims,
      (count(*) filter (where state in ('disposed', 'ruled', 'published')))::int as addressed
    from claim
    where workspace_id = ${scope.workspaceId}::uuid and article_id = any(${[...articleIds]}::uuid[])
      and deleted_at is null
    group by article_id`;
  return new Map(rows.map(({ article_id, ...counts }) => [article_id, counts]));
}

export function toSummary(row: ArticleRow, counts: Counts): ArticleSummary {
  const count = counts.get(row.id);
  return {
    id: row.id,
    title: row.title,
    byline: row.byline,
    publisher: row.publisher,
    url: row.url,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    language: row.language,
    direction: row.direction,
    policy: row.policy.kind,
    revision: row.revisions[0]?.number ?? 0,
    claims: count?.claims ?? 0,
    addressed: count?.addressed ?? 0,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    reports: row._count.reports,
  };
}
