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

/** As many of what was written last are looked at one by one before the index is asked. */
const lookedAt = 400;
/** Above every id. */
const top = "ffffffff-ffff-ffff-ffff-ffffffffffff";

type Place = { readonly table: Prisma.Sql; readonly words: Prisma.Sql; readonly byIndex: Prisma.Sql };

/** Where each kind has its words, of the row t: as in the index of its table. What the bin holds is not found. */
const placeOf: Readonly<Record<SearchKind, Place>> = {
  articles: {
    table: sql`(select * from article where deleted_at is null)`,
    words: sql`search_words(t.title || ' ' || coalesce(t.byline, '') || ' ' || coalesce(t.publisher, ''))`,
    byIndex: sql`search_articles`,
  },
  claims: {
    table: sql`(select * from claim where deleted_at is null)`,
    words: sql`search_words(t.text || ' ' || coalesce(t.wording, ''))`,
    byIndex: sql`search_claims`,
  },
  sources: {
    table: sql`source`,
    words: sql`search_words(t.title || ' ' || coalesce(t.publisher, '') || ' ' || coalesce(t.canonical_url, ''))`,
    byIndex: sql`search_sources`,
  },
  notes: { table: sql`note`, words: sql`search_words(t.body)`, byIndex: sql`search_notes` },
};

/**
 * The ids of what has the words. A word that many have is found among what was written last; for any other the index
 * tells quickly where it is. It would have to be asked for all that have it: of a million, that takes too long.
 */
function idsIn(kind: SearchKind, workspaceId: string, q: string): Prisma.Sql {
  const { table, words, byIndex } = placeOf[kind];
  return sql`(
    with latest as materialized (
      select * from ${table} t where t.workspace_id = ${workspaceId}::uuid order by t.id desc limit ${lookedAt})
    select t.id from latest t where ${words} @@ search_terms(${q})
    union all
    select ${byIndex}(${workspaceId}::uuid, search_terms(${q}),
      (select id from latest order by id desc offset ${lookedAt - 1})))`;
}

type Show = (workspaceId: string, ids: Prisma.Sql, limit: number) => Prisma.Sql;

/** What is shown of them. No order: for the best of a million that have a common word, all would have to be looked at. */
const showOf: Readonly<Record<SearchKind, Show>> = {
  articles: (workspaceId, ids, limit) => sql`
    select a.id, left(a.title, 300) as text, a.id as "articleId", a.title as "articleTitle",
      null::uuid as "claimId", null::int as ordinal
    from ${ids} found
    join article a on a.workspace_id = ${workspaceId}::uuid and a.id = found.id
    limit ${limit}`,
  claims: (workspaceId, ids, limit) => sql`
    select c.id, left(coalesce(c.wording, c.text), 300) as text, a.id as "articleId", a.title as "articleTitle",
      c.id as "claimId", c.ordinal
    from ${ids} found
    join claim c on c.workspace_id = ${workspaceId}::uuid and c.id = found.id
    join article a on a.workspace_id = c.workspace_id and a.id = c.article_id and a.deleted_at is null
    limit ${limit}`,
  sources: (workspaceId, ids, limit) => sql`
    select s.id, left(s.title, 300) as text, null::uuid as "articleId", null as "articleTitle",
      null::uuid as "claimId", null::int as ordinal
    from ${ids} found
    join source s on s.workspace_id = ${workspaceId}::uuid and s.id = found.id
    limit ${limit}`,
  notes: (workspaceId, ids, limit) => sql`
    select n.id, left(n.body, 300) as text, a.id as "articleId", a.title as "articleTitle",
      c.id as "claimId", c.ordinal
    from ${ids} found
    join note n on n.workspace_id = ${workspaceId}::uuid and n.id = found.id
    join claim c on c.workspace_id = n.workspace_id and c.id = n.claim_id and c.deleted_at is null
    join article a on a.workspace_id = c.workspace_id and a.id = c.article_id and a.deleted_at is null
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
      const show = showOf[kind](workspaceId, idsIn(kind, workspaceId, q), limit + 1);
      const rows = await db().$queryRaw<Omit<SearchHit, "kind">[]>(show);
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
    from (select search_claims(${workspaceId}::uuid, ${terms}::tsquery, ${top}::uuid) as id) found
    join claim c on c.workspace_id = ${workspaceId}::uuid and c.id = found.id and c.state in ('ruled', 'published')
    join article a on a.workspace_id = c.workspace_id and a.id = c.article_id and a.deleted_at is null
    join ruling r on r.workspace_id = c.workspace_id and r.claim_id = c.id and r.superseded_at is null
    where c.id <> ${claimId}::uuid
    limit ${mostCandidates}`;
}
