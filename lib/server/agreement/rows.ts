import "server-only";
import type { AgreementPeriod, JudgedHow } from "@/lib/core/agreement/report";
import { Prisma } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";
import { db, type Tx } from "../db/client";

export type JudgedWhere = { readonly article?: string | undefined; readonly judged: JudgedHow };

/**
 * Two relations to select from. `open_claim`: claims to check whose annotations lie open, as `isRevealed` of
 * lib/core/review/visibility.ts says, and whose words are those that were judged. `judgement`: on each, one verdict a
 * person, the first that they submitted on these words, when nobody had talked them out of it; and the votes of a panel
 * once they are told.
 */
export function judgements(scope: WorkspaceScope, { article, judged }: JudgedWhere): Prisma.Sql {
  const blindOnly =
    judged === "blind" ? Prisma.sql`and p.kind in ('blind_check', 'double_blind')` : Prisma.empty;
  const inArticle = article ? Prisma.sql`and c.article_id = ${article}::uuid` : Prisma.empty;
  const ofArticle = article
    ? Prisma.sql`and a.claim_id in (
        select id from claim where workspace_id = ${scope.workspaceId}::uuid and article_id = ${article}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    submitted as (
      select a.workspace_id, a.claim_id, count(*) as people, max(a.submitted_version) as round
      from annotation a
      where a.workspace_id = ${scope.workspaceId}::uuid and a.submitted_version is not null ${ofArticle}
      group by a.workspace_id, a.claim_id
    ), reworded as (
      select cp.claim_id, max(r.created_at) as words_since
      from claim_placement cp
      join revision r on r.workspace_id = cp.workspace_id and r.id = cp.revision_id
      where cp.workspace_id = ${scope.workspaceId}::uuid and cp.change = 'changed'
      group by cp.claim_id
    ), open_claim as (
      select c.workspace_id, c.id, c.article_id, c.ordinal, c.text, c.state, s.key as scale_key, d.round,
        ar.title as article_title, w.words_since
      from claim c
      join submitted d on d.workspace_id = c.workspace_id and d.claim_id = c.id
      join article ar on ar.workspace_id = c.workspace_id and ar.id = c.article_id and ar.deleted_at is null
      join policy p on p.workspace_id = ar.workspace_id and p.id = ar.policy_id
      join scale s on s.workspace_id = c.workspace_id and s.id = c.scale_id
      left join reworded w on w.claim_id = c.id
      where c.workspace_id = ${scope.workspaceId}::uuid and c.deleted_at is null and c.stale_at is null
        and c.disposition = 'to_check' ${inArticle} ${blindOnly}
        and (p.kind not in ('blind_check', 'double_blind') or d.people >= p.annotations)
    ), judgement as (
      (select distinct on (a.claim_id, a.member_id) o.id as claim_id, o.scale_key, a.member_id, v.verdict, v.created_at,
          a.created_at as begun_at
        from open_claim o
        join annotation a on a.workspace_id = o.workspace_id and a.claim_id = o.id and a.submitted_version is not null
        join annotation_version v on v.workspace_id = a.workspace_id and v.annotation_id = a.id and v.submitted
        where v.verdict is not null
        order by a.claim_id, a.member_id, (v.created_at < o.words_since) nulls first, v.version)
      union all
      select o.id, o.scale_key, t.member_id, t.verdict, t.created_at, null
      from open_claim o
      join vote t on t.workspace_id = o.workspace_id and t.claim_id = o.id and t.round = o.round
      where o.state in ('ruled', 'published', 'disputed')
    )`;
}

export type GroupRow = {
  readonly scale: string;
  /** First day of the period in which the last judgement of the claim was given. */
  readonly since: string;
  readonly verdicts: readonly string[];
  readonly claims: number;
};
export type PairRow = {
  readonly scale: string;
  readonly a: string;
  readonly b: string;
  readonly verdictA: string;
  readonly verdictB: string;
  readonly claims: number;
};
export type RaterRow = { readonly scale: string; readonly member: string };

export type JudgementTables = {
  readonly groups: readonly GroupRow[];
  readonly pairs: readonly PairRow[];
  readonly raters: readonly RaterRow[];
};

/**
 * Counted where the rows are: what comes over is as long as there are ways to judge, not as there are claims. Claims
 * that the same people judged alike are one row before anything else is done with them.
 */
export async function countJudgements(
  scope: WorkspaceScope,
  where: JudgedWhere,
  period: AgreementPeriod,
): Promise<JudgementTables> {
  return db().$transaction(
    async (tx) => {
      // A report over a whole desk may take longer than a page, and sorts in memory what would else go to the disk.
      await tx.$executeRaw`select set_config('statement_timeout', '60000', true), set_config('work_mem', '64MB', true),
        set_config('jit', 'off', true)`;
      const [tables] = await selectTables(tx, scope, where, period);
      return tables;
    },
    { timeout: 65_000 },
  );
}

function selectTables(tx: Tx, scope: WorkspaceScope, where: JudgedWhere, period: AgreementPeriod) {
  return tx.$queryRaw<[JudgementTables]>`
    with ${judgements(scope, where)},
    unit as (
      select scale_key, date_trunc(${period}, max(created_at) at time zone 'UTC')::date as since,
        array_agg(member_id order by member_id) as members, array_agg(verdict order by member_id) as verdicts
      from judgement group by claim_id, scale_key
    ), pattern as materialized (
      select scale_key, since, members, verdicts, count(*) as claims from unit group by 1, 2, 3, 4
    ), sorted as (
      select scale_key, since, claims, (select array_agg(v order by v) from unnest(verdicts) v) as verdicts from pattern
    )
    select
      (select coalesce(json_agg(g), '[]') from (
        select scale_key as scale, since, verdicts, sum(claims)::int as claims from sorted
        group by 1, 2, 3 order by 1, 2, 3) g) as groups,
      (select coalesce(json_agg(p), '[]') from (
        select k.scale_key as scale, k.members[i] as a, k.members[j] as b, k.verdicts[i] as "verdictA",
          k.verdicts[j] as "verdictB", sum(k.claims)::int as claims
        from pattern k, generate_series(1, cardinality(k.members)) i, generate_series(i + 1, cardinality(k.members)) j
        group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5) p) as pairs,
      (select coalesce(json_agg(r), '[]') from (
        select distinct scale_key as scale, m as member from pattern, unnest(members) m order by 1, 2) r) as raters`;
}
