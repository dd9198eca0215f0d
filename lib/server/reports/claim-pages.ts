import "server-only";
import type { ReportClaim, ReportTally } from "@/lib/core/report/content";
import { present } from "@/lib/core/shared/assert";
import { Prisma } from "@/prisma/client/client";
import type { Snapshot } from "../db/snapshot";
import { toReportRuling, type Print, type RulingFacts } from "./report-ruling";

export type ArticlePlace = { readonly workspaceId: string; readonly articleId: string };

/** Claims that are read at a time. */
export const pageSize = 500;

type Place = { readonly ordinal: number; readonly start: number; readonly id: string };
const beforeAll: Place = { ordinal: -1, start: -1, id: "00000000-0000-0000-0000-000000000000" };

export type ClaimRow = Omit<ReportClaim, "ruling"> & { readonly ruling: RulingFacts | null };

/**
 * Claims with what a report may say of their standing rulings, in the order of the text. Written without a join of
 * everything with everything: each part is looked up for the claims of the page, and put together as JSON.
 */
export function selectClaims({ workspaceId, articleId }: ArticlePlace, after: Place, limit: number) {
  return Prisma.sql`
    with page as materialized (
      select id, ordinal, kind, start, "end", text, wording, disposition, state from claim
      where workspace_id = ${workspaceId}::uuid and article_id = ${articleId}::uuid and deleted_at is null
        and (ordinal, start, id) > (${after.ordinal}::int, ${after.start}::int, ${after.id}::uuid)
      order by ordinal, start, id limit ${limit}::int
    ), standing as materialized (
      select r.* from page p
      join ruling r on r.workspace_id = ${workspaceId}::uuid and r.claim_id = p.id and r.superseded_at is null
      where p.state in ('ruled', 'published')
    ), basis as materialized (
      select b.ruling_id, b.annotation_id, b.version, v.verdict, v.rationale, n.member_id
      from standing s
      join ruling_basis b on b.workspace_id = ${workspaceId}::uuid and b.ruling_id = s.id
      join annotation_version v on v.workspace_id = ${workspaceId}::uuid and v.annotation_id = b.annotation_id
        and v.version = b.version
      join annotation n on n.workspace_id = ${workspaceId}::uuid and n.id = b.annotation_id
    ), ${evidenceOf(workspaceId)}, grounds as (
      select b.ruling_id, json_agg(json_build_object(
        'version', b.version, 'verdict', b.verdict, 'rationale', b.rationale, 'memberId', b.member_id,
        'approvedBy', coalesce(a.list, '[]'), 'citations', coalesce(c.list, '[]'),
        'searches', coalesce(e.list, '[]')) order by b.annotation_id) as list
      from basis b
      left join cited c on c.ruling_id = b.ruling_id and c.annotation_id = b.annotation_id
      left join searched e on e.ruling_id = b.ruling_id and e.annotation_id = b.annotation_id
      left join approved a on a.ruling_id = b.ruling_id and a.annotation_id = b.annotation_id
      group by b.ruling_id
    ), voted as (
      select s.id as ruling_id, json_agg(json_build_object('memberId', v.member_id, 'round', v.round)) as list
      from standing s join vote v on v.workspace_id = ${workspaceId}::uuid and v.claim_id = s.claim_id
      group by s.id
    )
    select p.id, p.ordinal, p.kind, p.start, p."end", p.text, p.wording, p.disposition,
      case when s.id is not null then json_build_object(
        'verdict', s.verdict, 'method', s.method, 'rationale', s.rationale,
        'decidedAt', to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'decidedById', s.decided_by_id, 'dissent', s.dissent,
        'votes', coalesce(v.list, '[]'), 'basis', coalesce(g.list, '[]')) end as ruling
    from page p
    left join standing s on s.claim_id = p.id
    left join grounds g on g.ruling_id = s.id
    left join voted v on v.ruling_id = s.id
    order by p.ordinal, p.start, p.id`;
}

/** What the annotations in `basis` rest on, and who has approved them, each as a list a ruling and annotation. */
function evidenceOf(workspaceId: string) {
  return Prisma.sql`
    cited as (
      select b.ruling_id, b.annotation_id, json_agg(json_build_object(
        'title', s.title, 'url', s.canonical_url, 'publisher', s.publisher, 'author', s.author,
        'publishedOn', s.published_on, 'medium', s.medium, 'stance', c.stance, 'quote', c.quote,
        'locator', c.locator, 'accessedOn', c.accessed_on, 'archivedUrl', c.archived_url) order by c.position) as list
      from basis b
      join citation c on c.workspace_id = ${workspaceId}::uuid and c.annotation_id = b.annotation_id
        and c.version = b.version
      join source s on s.workspace_id = ${workspaceId}::uuid and s.id = c.source_id
      group by b.ruling_id, b.annotation_id
    ), searched as (
      select b.ruling_id, b.annotation_id, json_agg(json_build_object(
        'query', e.query, 'place', e.place, 'searchedOn', e.searched_on, 'outcome', e.outcome)
        order by e.position) as list
      from basis b
      join search_entry e on e.workspace_id = ${workspaceId}::uuid and e.annotation_id = b.annotation_id
        and e.version = b.version
      group by b.ruling_id, b.annotation_id
    ), approved as (
      select b.ruling_id, b.annotation_id, json_agg(w.reviewer_id) as list
      from basis b
      join review w on w.workspace_id = ${workspaceId}::uuid and w.annotation_id = b.annotation_id
        and w.version = b.version and w.decision = 'approve'
      group by b.ruling_id, b.annotation_id
    )`;
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
        yield { ...claim, ruling: ruling && toReportRuling(ruling, print) };
      }
    }
  } finally {
    await next?.catch(() => undefined);
    await snapshot.end();
  }
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
