import "server-only";
import {
  calibrate,
  progressPart,
  progressParts,
  type CalibrationRow,
  type Insights,
} from "@/lib/core/agreement/insights";
import type { ClaimState } from "@/lib/core/claims/claim";
import { can } from "@/lib/core/permissions/table";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { judgements } from "../agreement/rows";
import { listScales } from "../agreement/scales";
import { db } from "../db/client";

/**
 * How far the desk is, and how steady its judgement. Nobody is compared with anybody: what is told of single people is
 * told to themselves. @throws Refusal not_found
 */
export async function getInsights(actor: Actor, target: { readonly workspace: string }): Promise<Insights> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const [progress, verdicts] = await Promise.all([readProgress(scope), readVerdicts(scope)]);
  const nothing = { minutes: null, rulings: { made: 0, reopened: 0 }, desk: [], own: [] };
  return {
    progress,
    verdicts,
    ...(can(scope.role, "annotation.read") ? await readCalibration(scope) : nothing),
  };
}

/** Under double-blind the stored state would tell that a colleague has begun, until both have submitted. */
async function readProgress({ workspaceId }: WorkspaceScope): Promise<Insights["progress"]> {
  const rows = await db().$queryRaw<{ state: ClaimState; claims: number }[]>`
    select case when p.kind = 'double_blind' and c.state not in ('ruled', 'published', 'disposed', 'stale')
        and p.annotations > (select count(*) from annotation a
          where a.workspace_id = c.workspace_id and a.claim_id = c.id and a.submitted_version is not null)
      then 'unchecked' else c.state::text end as state, count(*)::int as claims
    from claim c
    join article ar on ar.workspace_id = c.workspace_id and ar.id = c.article_id and ar.deleted_at is null
    join policy p on p.workspace_id = ar.workspace_id and p.id = ar.policy_id
    where c.workspace_id = ${workspaceId}::uuid and c.deleted_at is null
    group by 1`;
  return progressParts.map((part) => ({
    part,
    claims: rows.reduce((sum, row) => sum + (progressPart(row.state) === part ? row.claims : 0), 0),
  }));
}

function readVerdicts({ workspaceId }: WorkspaceScope): Promise<Insights["verdicts"]> {
  return db().$queryRaw<{ verdict: string; claims: number }[]>`
    select r.verdict, count(*)::int as claims
    from claim c
    join article ar on ar.workspace_id = c.workspace_id and ar.id = c.article_id and ar.deleted_at is null
    join ruling r on r.workspace_id = c.workspace_id and r.claim_id = c.id and r.superseded_at is null
    where c.workspace_id = ${workspaceId}::uuid and c.deleted_at is null and c.state in ('ruled', 'published')
    group by r.verdict order by claims desc, r.verdict`;
}

type Told = {
  readonly rows: readonly (CalibrationRow & { readonly own: boolean })[];
  readonly minutes: Insights["minutes"];
  readonly made: number;
  readonly reopened: number;
};

/** From what lies open only: also that a ruling was reopened would tell that somebody has judged changed words anew. */
async function readCalibration(scope: WorkspaceScope) {
  const [told] = await db().$queryRaw<[Told]>`
    with ${judgements(scope, { judged: "any" })},
    made as (
      select count(*)::int as made,
        (count(*) filter (where r.superseded_at is not null or o.state not in ('ruled', 'published')))::int as reopened
      from open_claim o join ruling r on r.workspace_id = o.workspace_id and r.claim_id = o.id
    ), ruled as (
      select j.*, r.verdict as ruling
      from judgement j
      join open_claim o on o.id = j.claim_id and o.state in ('ruled', 'published')
      join ruling r on r.workspace_id = o.workspace_id and r.claim_id = o.id and r.superseded_at is null
    ), taken as (
      select extract(epoch from created_at - begun_at) / 60 as minutes from judgement where begun_at is not null
    )
    select made, reopened,
      (select coalesce(json_agg(g), '[]') from (
        select date_trunc('month', created_at at time zone 'UTC')::date as "from", verdict, ruling,
          member_id = ${scope.memberId}::uuid as own, count(*)::int as claims
        from ruled group by 1, 2, 3, 4 order by 1, 2, 3, 4) g) as rows,
      (select case when count(*) = 0 then null else json_build_object('annotations', count(*),
          'quarter', percentile_cont(0.25) within group (order by minutes),
          'median', percentile_cont(0.5) within group (order by minutes),
          'threeQuarters', percentile_cont(0.75) within group (order by minutes)) end from taken) as minutes
    from made`;
  const options = (await listScales(scope)).flatMap((scale) => scale.options);
  return {
    minutes: told.minutes,
    rulings: { made: told.made, reopened: told.reopened },
    desk: calibrate(told.rows, { options }),
    own: calibrate(
      told.rows.filter(({ own }) => own),
      { options },
    ),
  };
}
