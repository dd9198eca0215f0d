import "server-only";
import { can, type Permission } from "@/lib/core/permissions/table";
import {
  searchKinds,
  type SearchHit,
  type SearchKind,
  type SearchQuery,
  type SearchResult,
} from "@/lib/core/search/search";
import {
  leastSimilarity,
  similarityOf,
  tellingWords,
  wordsIn,
  type SimilarClaim,
} from "@/lib/core/search/similar";
import { Prisma } from "@/prisma/client/client";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { loadClaim } from "../review/load-facts";

const { sql } = Prisma;

const permissionFor: Readonly<Record<SearchKind, Permission>> = {
  articles: "article.read",
  claims: "article.read",
  sources: "source.read",
  notes: "note.read",
};

type Find = (workspaceId: string, q: string, limit: number) => Prisma.Sql;

/**
 * No order among what is found: to find the best of a million that have a common word, all of them would have to be
 * looked at. What the bin holds is not found.
 */
const findIn: Readonly<Record<SearchKind, Find>> = {
  articles: (workspaceId, q, limit) => sql`
    select a.id, left(a.title, 300) as text, a.id as "articleId", a.title as "articleTitle",
      null::uuid as "claimId", null::int as ordinal
    from article a
    where a.workspace_id = ${workspaceId}::uuid and a.deleted_at is null
      and search_words(a.title || ' ' || coalesce(a.byline, '') || ' ' || coalesce(a.publisher, ''))
        @@ search_terms(${q})
    limit ${limit}`,
  claims: (workspaceId, q, limit) => sql`
    select c.id, left(coalesce(c.wording, c.text), 300) as text, a.id as "articleId", a.title as "articleTitle",
      c.id as "claimId", c.ordinal
    from claim c
    join article a on a.workspace_id = c.workspace_id and a.id = c.article_id and a.deleted_at is null
    where c.workspace_id = ${workspaceId}::uuid and c.deleted_at is null
      and search_words(c.text || ' ' || coalesce(c.wording, '')) @@ search_terms(${q})
    limit ${limit}`,
  sources: (workspaceId, q, limit) => sql`
    select s.id, left(s.title, 300) as text, null::uuid as "articleId", null as "articleTitle",
      null::uuid as "claimId", null::int as ordinal
    from source s
    where s.workspace_id = ${workspaceId}::uuid
      and search_words(s.title || ' ' || coalesce(s.publisher, '') || ' ' || coalesce(s.canonical_url, ''))
        @@ search_terms(${q})
    limit ${limit}`,
  notes: (workspaceId, q, limit) => sql`
    select n.id, left(n.body, 300) as text, a.id as "articleId", a.title as "articleTitle",
      c.id as "claimId", c.ordinal
    from note n
    join claim c on c.workspace_id = n.workspace_id and c.id = n.claim_id and c.deleted_at is null
    join article a on a.workspace_id = c.workspace_id and a.id = c.article_id and a.deleted_at is null
    where n.workspace_id = ${workspaceId}::uuid and search_words(n.body) @@ search_terms(${q})
    limit ${limit}`,
};

/**
 * What has all the words that are asked for, the last one as it is begun: of each kind that the caller may read, up to
 * `limit`. Annotations are not searched: whether one has a word would tell what blindness hides.
 * @throws Refusal not_found
 */
export async function search(
  actor: Actor,
  target: { readonly workspace: string },
  query: SearchQuery,
): Promise<SearchResult> {
  const { workspaceId, role } = await authorize(actor, target.workspace, "article.read");
  const { q, limit } = query;
  const kinds = searchKinds.filter(
    (kind) => (query.in ?? searchKinds).includes(kind) && can(role, permissionFor[kind]),
  );
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const rows = await db().$queryRaw<Omit<SearchHit, "kind">[]>(findIn[kind](workspaceId, q, limit + 1));
      return { kind, rows };
    }),
  );
  return {
    items: found.flatMap(({ kind, rows }) =>
      rows.slice(0, limit).map((row): SearchHit => ({ kind, ...row })),
    ),
    more: found.filter(({ rows }) => rows.length > limit).map(({ kind }) => kind),
  };
}

const termsUsed = 6;
const mostCandidates = 300;
const mostShown = 10;

type Candidate = Omit<SimilarClaim, "similarity" | "ruledAt"> & { readonly ruledAt: Date };

/**
 * Claims of the desk that have a ruling and say something like this one, the most alike first, at most ten: those that
 * have two of its most telling words are compared. @throws Refusal not_found
 */
export async function listSimilar(
  actor: Actor,
  target: { readonly workspace: string; readonly claimId: string },
): Promise<readonly SimilarClaim[]> {
  const scope = await authorize(actor, target.workspace, "ruling.read");
  const { row } = await loadClaim(db(), scope, target.claimId);
  const words = wordsIn(row.wording ?? row.text);
  const terms = tellingWords(words, termsUsed);
  const candidates = terms.length === 0 ? [] : await selectRuled(scope, row.id, pairsOf(terms));
  return candidates
    .map(({ ruledAt, ...claim }) => ({
      ...claim,
      ruledAt: ruledAt.toISOString(),
      similarity: similarityOf(words, wordsIn(claim.wording ?? claim.text)),
    }))
    .filter(({ similarity }) => similarity >= leastSimilarity)
    .toSorted((a, b) => b.similarity - a.similarity || (a.ruledAt < b.ruledAt ? 1 : -1))
    .slice(0, mostShown)
    .map((claim) => ({ ...claim, similarity: Math.round(claim.similarity * 1_000) / 1_000 }));
}

/** Any two of the words. They are letters and digits only: nothing in them has a meaning for the query. */
function pairsOf(terms: readonly string[]): string {
  if (terms.length === 1) return `'${terms.join("")}'`;
  return terms.flatMap((a, at) => terms.slice(at + 1).map((b) => `('${a}' & '${b}')`)).join(" | ");
}

function selectRuled({ workspaceId }: WorkspaceScope, claimId: string, terms: string): Promise<Candidate[]> {
  return db().$queryRaw<Candidate[]>`
    select c.id, c.article_id as "articleId", a.title as "articleTitle", c.ordinal, c.text, c.wording,
      r.verdict as ruling, r.created_at as "ruledAt"
    from claim c
    join article a on a.workspace_id = c.workspace_id and a.id = c.article_id and a.deleted_at is null
    join ruling r on r.workspace_id = c.workspace_id and r.claim_id = c.id and r.superseded_at is null
    where c.workspace_id = ${workspaceId}::uuid and c.deleted_at is null and c.state in ('ruled', 'published')
      and c.id <> ${claimId}::uuid
      and search_words(c.text || ' ' || coalesce(c.wording, '')) @@ ${terms}::tsquery
    limit ${mostCandidates}`;
}
