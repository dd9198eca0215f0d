import "server-only";
import type { ReportClaim, ReportTally } from "@/lib/core/report/content";
import { present } from "@/lib/core/shared/assert";
import { Prisma } from "@/prisma/client/client";
import type { Snapshot } from "../db/snapshot";
import { toReportRuling, type Print, type RulingFacts } from "./report-ruling";

export type ArticlePlace = { readonly workspaceId: string; readonly articleId: string };

/** Claims that are read at a time. */
export const pageSize = 100;

type Place = { readonly ordinal: number; readonly start: number; readonly id: string };
const beforeAll: Place = { ordinal: -1, start: -1, id: "00000000-0000-0000-0000-000000000000" };

/** The facts of a ruling are parsed when it is their turn: a page of text is a fraction of a page of objects. */
type ClaimRow = Omit<ReportClaim, "ruling"> & { readonly ruling: string | null };

/**
 * Claims with what a report may say of their standing rulings, in the order of the text. Each part is looked up claim by
 * claim and put together as JSON: one round trip a page, and a plan that is as good for ten claims as for a million.
 */
export function selectClaims({ workspaceId, articleId }: ArticlePlace, after: Place, limit: number) {
  const own = Prisma.sql`${workspaceId}::uuid`;
  return Prisma.sql`
    with page as materialized (
      select id, ordinal, kind, start, "end", text, wording, disposition, state from claim
      where workspace_id = ${own} and article_id = ${articleId}::uuid and deleted_at is null
        and (ordinal, start, id) > (${after.ordinal}::int, ${after.start}::int, ${after.id}::uuid)
      order by ordinal, start, id limit ${limit}::int
    )
    select p.id, p.ordinal, p.kind, p.start, p."end", p.text, p.wording, p.disposition, (
      select json_build_object('verdict', r.verdict, 'method', r.method, 'rationale', r.rationale,
        'decidedAt', to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'decidedById', r.decided_by_id, 'dissent', r.dissent,
        'votes', (
          select coalesce(json_agg(json_build_object('memberId', v.member_id, 'round', v.round)), '[]') from vote v
          where v.workspace_id = ${own} and v.claim_id = p.id),
        'basis', ${basisOf(own)})::text
      from ruling r
      where r.workspace_id = ${own} and r.claim_id = p.id and r.superseded_at is null
        and p.state in ('ruled', 'published')) as ruling
    from page p order by p.ordinal, p.start, p.id`;
}

/** The annotations that the ruling r rests on, with what they rest on, and who has approved them. */
function basisOf(own: Prisma.Sql) {
  return Prisma.sql`(
    select coalesce(json_agg(json_build_object(
      'version', b.version, 'verdict', a.verdict, 'rationale', a.rationale, 'memberId', n.member_id,
      'approvedBy', (
        select coalesce(json_agg(w.reviewer_id), '[]') from review w
        where w.workspace_id = ${own} and w.annotation_id = b.annotation_id and w.version = b.version
          and w.decision = 'approve'),
      'citations', (
        select coalesce(json_agg(json_build_object(
          'title', s.title, 'url', s.canonical_url, 'publisher', s.publisher, 'author', s.author,
          'publishedOn', s.published_on, 'medium', s.medium, 'stance', c.stance, 'quote', c.quote,
          'locator', c.locator, 'accessedOn', c.accessed_on, 'archivedUrl', c.archived_url) order by c.position), '[]')
        from citation c join source s on s.workspace_id = ${own} and s.id = c.source_id
        where c.workspace_id = ${own} and c.annotation_id = b.annotation_id and c.version = b.version),
      'searches', (
        select coalesce(json_agg(json_build_object(
          'query', e.query, 'place', e.place, 'searchedOn', e.searched_on, 'outcome', e.outcome)
          order by e.position), '[]')
        from search_entry e
        where e.workspace_id = ${own} and e.annotation_id = b.annotation_id and e.version = b.version)
      ) order by b.annotation_id), '[]')
    from ruling_basis b
    join annotation_version a on a.workspace_id = ${own} and a.annotation_id = b.annotation_id
      and a.version = b.version
    join annotation n on n.workspace_id = ${own} and n.id = b.annotation_id
    where b.workspace_id = ${own} and b.ruling_id = r.id)`;
}

/**
 * The claims one by one. While those of a page are taken, the next page is fetched, and no further: a reader who is slow
 * makes the database wait. The snapshot is ended with the last page, or when the reader goes away.
 */
export async function* readClaims(
  snapshot: Snapshot,
  place: ArticlePlace,
  print: Print,
): AsyncGenerator<ReportClaim> {
  const fetchAfter = async (after: Place) => {
    const rows = await snapshot.read<ClaimRow>(selectClaims(place, after, pageSize), "export page");
    // A short page is the last one; its claims are taken without the database.
    if (rows.length < pageSize) await snapshot.end();
    return rows;
  };
  let next: Promise<readonly ClaimRow[]> | null = fetchAfter(beforeAll);
  try {
    while (next) {
      const rows: readonly ClaimRow[] = await next;
      next = rows.length < pageSize ? null : fetchAfter(present(rows.at(-1), "a full page"));
      // What goes wrong there is told when it is that page's turn.
      next?.catch(() => undefined);
      for (const { ruling, ...claim } of rows) {
        yield { ...claim, ruling: ruling === null ? null : toReportRuling(parseFacts(ruling), print) };
      }
    }
  } finally {
    await next?.catch(() => undefined);
    await snapshot.end();
  }
}

function parseFacts(text: string): RulingFacts {
  return JSON.parse(text) as RulingFacts;
}

type TallyRow = {
  readonly verdict: string | null;
  readonly claims: number;
  readonly disposed: number;
};

/** What the summary of a report says in front of its claims. */
export async function readTally(
  snapshot: Snapshot,
  { workspaceId, articleId }: ArticlePlace,
): Promise<ReportTally> {
  const rows = await snapshot.read<TallyRow>(Prisma.sql`
    select r.verdict, count(*)::int as claims,
      (count(*) filter (where c.disposition <> 'to_check'))::int as disposed
    from claim c
    left join ruling r on r.workspace_id = ${workspaceId}::uuid and r.claim_id = c.id
      and r.superseded_at is null and c.state in ('ruled', 'published')
    where c.workspace_id = ${workspaceId}::uuid and c.article_id = ${articleId}::uuid and c.deleted_at is null
    group by r.verdict`);
  const sum = (some: readonly Omit<TallyRow, "verdict">[], field: "claims" | "disposed") =>
    some.reduce((total, row) => total + row[field], 0);
  const ruled = rows.flatMap(({ verdict, ...row }) => (verdict === null ? [] : [{ ...row, verdict }]));
  return {
    claims: sum(rows, "claims"),
    ruled: sum(ruled, "claims"),
    disposed: sum(rows, "disposed"),
    verdicts: Object.fromEntries(ruled.map(({ verdict, claims }) => [verdict, claims])),
  };
}
