import type { Client } from "pg";

export const CLAIMS = 100_000;
const perArticle = 100;
const people = 40;

/**
 * A desk with articles of 100 claims (1,000 of them, unless another number is asked for) and 40 members, in the four policies and in every state, with what people have
 * written, reviewed, been given, and called each other to. The same rows at every run: chance is `hashint4`.
 */
export async function fillDesk(client: Client, workspaceId: string, claims = CLAIMS): Promise<void> {
  const domain = `${workspaceId}.example.org`;
  const run: Run = async (strings, ...values) => {
    const text = strings.reduce((before, after, place) => `${before}$${place}${after}`);
    await client.query(text, [...values]);
  };
  await run`begin`;
  await run`
        insert into "user" (id, email, name)
        select gen_random_uuid(), 'bench' || n || '@' || ${domain}::text, 'Bench Person ' || n
        from generate_series(1, ${people}::int) n`;
  await run`
        insert into member (workspace_id, id, user_id, role)
        select ${workspaceId}::uuid, gen_random_uuid(), id,
          (case when email ~ 'bench[1-6]@' then 'editor' else 'reviewer' end)::role
        from "user" where email like 'bench%@' || ${domain}::text`;
  await run`
        create temporary table who on commit drop as
        select id, (row_number() over (order by id))::int - 1 as n
        from member where workspace_id = ${workspaceId}::uuid and user_id in (select id from "user" where email like 'bench%@' || ${domain}::text)`;
  await run`
        insert into article (workspace_id, id, title, language, direction, policy_id, scale_id, imported_by_id)
        select ${workspaceId}::uuid, gen_random_uuid(), 'Article ' || i, 'en', 'ltr', p.id, s.id, w.id
        from generate_series(1, ${claims / perArticle}::int) i
        join lateral (select id from policy where workspace_id = ${workspaceId}::uuid
          order by kind offset i % 4 limit 1) p on true
        join lateral (select id from scale where workspace_id = ${workspaceId}::uuid limit 1) s on true
        join who w on w.n = 0`;
  await run`
        insert into revision (workspace_id, id, article_id, number, text, sha256, segmenter_version, created_by_id)
        select workspace_id, gen_random_uuid(), id, 1, repeat('x', 12000), md5(id::text), 'bench', imported_by_id
        from article where workspace_id = ${workspaceId}::uuid`;
  await run`
        insert into claim (workspace_id, id, article_id, revision_id, ordinal, kind, start, "end", text, scale_id, state,
          disposition)
        select r.workspace_id, gen_random_uuid(), r.article_id, r.id, n, 'sentence', n * 110, n * 110 + 100,
          'Claim ' || n || ' of its article says that something measurable happened somewhere at some time.',
          a.scale_id,
          (case when h < 45 then 'ruled' when h < 50 then 'disposed' when h < 70 then 'unchecked'
            when h < 74 then 'in_progress' when h < 88 then 'submitted' when h < 93 then 'in_review'
            when h < 96 then 'changes_requested' when h < 98 then 'disputed' else 'stale' end)::claim_state,
          (case when h between 45 and 49 then 'opinion' else 'to_check' end)::disposition
        from revision r join article a on a.workspace_id = r.workspace_id and a.id = r.article_id
        cross join generate_series(1, ${perArticle}::int) n
        cross join lateral (select abs(hashtext(r.id::text || n)) % 100 as h) chance
        where r.workspace_id = ${workspaceId}::uuid`;
  await writeWork(run, workspaceId);
  await run`commit`;
}

type Run = (strings: TemplateStringsArray, ...values: readonly unknown[]) => Promise<void>;

async function writeWork(run: Run, workspaceId: string): Promise<void> {
  await run`
    create temporary table dealt on commit drop as
    select c.workspace_id, c.id as claim_id, c.state, p.kind as policy, abs(hashtext(c.id::text)) as h
    from claim c join article a on a.workspace_id = c.workspace_id and a.id = c.article_id
    join policy p on p.workspace_id = a.workspace_id and p.id = a.policy_id
    where c.workspace_id = ${workspaceId}::uuid`;
  // The first author of each claim that has one, and the second of a pair.
  await run`
    insert into annotation (workspace_id, id, claim_id, member_id, version, submitted_version)
    select d.workspace_id, gen_random_uuid(), d.claim_id, w.id, 1,
      case when d.state = 'in_progress' then null else 1 end
    from dealt d cross join generate_series(0, 1) second
    join who w on w.n = (d.h + second * 7) % ${people}::int
    where d.state not in ('unchecked', 'disposed') and (second = 0 or
      (d.policy in ('blind_check', 'double_blind') and d.state not in ('submitted', 'in_progress')))`;
  await run`
    insert into annotation_version (workspace_id, annotation_id, version, base_version, verdict, submitted)
    select workspace_id, id, 1, 0, 'true', submitted_version is not null
    from annotation where workspace_id = ${workspaceId}::uuid`;
  await run`
    insert into review (workspace_id, id, claim_id, annotation_id, version, author_id, reviewer_id, decision, reasons)
    select n.workspace_id, gen_random_uuid(), n.claim_id, n.id, 1, n.member_id, w.id,
      (case when d.state = 'changes_requested' then 'request_changes' else 'approve' end)::review_decision,
      array['wording']
    from annotation n join dealt d on d.claim_id = n.claim_id
    join who w on w.n = (d.h + 13) % ${people}::int
    where d.state in ('ruled', 'changes_requested') and w.id <> n.member_id`;
  await run`
    insert into assignment (workspace_id, id, claim_id, member_id, kind, assigned_by_id, due_at, created_at, ended_at,
      outcome, reason)
    select d.workspace_id, gen_random_uuid(), d.claim_id, w.id, 'annotate', boss.id,
      case when d.h % 3 = 0 then now() + make_interval(hours => d.h % 400 - 100) end,
      now() - make_interval(hours => d.h % 1000 + 24),
      case when done then now() - make_interval(hours => d.h % 1000) end,
      (case when not done then null when d.h % 50 = 0 then 'declined' when d.h % 50 = 1 then 'lapsed'
        else 'completed' end)::assignment_outcome,
      case when done and d.h % 50 = 0 then 'No time' end
    from dealt d join who w on w.n = d.h / 100 % ${people}::int join who boss on boss.n = 0
    cross join lateral (select d.state <> 'unchecked' or d.h % 50 < 2 as done) ended
    where d.h % 2 = 0 or d.state = 'changes_requested'`;
  await run`
    insert into note (workspace_id, id, claim_id, author_id, body, resolved_at, resolved_by_id)
    select d.workspace_id, gen_random_uuid(), d.claim_id, w.id, 'Is it metres or yards?',
      case when d.h % 3 = 0 then now() end, case when d.h % 3 = 0 then w.id end
    from dealt d join who w on w.n = d.h / 1000 % ${people}::int where d.h % 5 = 0`;
  await run`
    insert into note_mention (workspace_id, note_id, member_id)
    select n.workspace_id, n.id, w.id
    from note n join dealt d on d.claim_id = n.claim_id join who w on w.n = d.h / 10 % ${people}::int
    where n.workspace_id = ${workspaceId}::uuid and d.h % 10 = 0`;
}
