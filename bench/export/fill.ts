import type { Client } from "pg";

const sources = 2_000;

/**
 * One article of so many claims, all of them annotated, approved and ruled: two citations and a search each, as a desk
 * writes them. The same rows at every run but for their ids,
 * which grow as those of a desk do.
 */
export async function fillArticle(client: Client, workspaceId: string, claims: number): Promise<string> {
  const run = async (strings: TemplateStringsArray, ...values: readonly unknown[]) => {
    const text = strings.reduce((before, after, place) => `${before}$${place}${after}`);
    return client.query<{ id: string }>(text, [...values]);
  };
  await run`begin`;
  // Nine million rows are made to fit each other here; asking so for each of them would take most of the time.
  await run`set local session_replication_role = replica`;
  await run`
    create temporary table made on commit drop as
    select n, uuidv7() as claim_id, uuidv7() as annotation_id, uuidv7() as ruling_id,
      'Sentence ' || n || ' of the register says that bridge no. ' || (n::bigint * 7919) % 100003 || ' is ' || n % 900 ||
      ' metres long.' as text
    from generate_series(1, ${claims}::int) n`;
  await run`alter table made add primary key (n)`;
  const article = await run`
    insert into article (workspace_id, id, title, language, direction, policy_id, scale_id, imported_by_id)
    select w.id, uuidv7(), 'Register', 'en', 'ltr', p.id, s.id, m.id
    from workspace w join policy p on p.workspace_id = w.id and p.kind = 'single'
    join scale s on s.workspace_id = w.id join member m on m.workspace_id = w.id and m.role = 'editor'
    where w.id = ${workspaceId}::uuid limit 1 returning id`;
  const articleId = article.rows[0]?.id ?? "";
  await writeText(run, workspaceId, articleId);
  await writeWork(run, workspaceId);
  await run`commit`;
  return articleId;
}

type Run = (strings: TemplateStringsArray, ...values: readonly unknown[]) => Promise<unknown>;

async function writeText(run: Run, workspaceId: string, articleId: string): Promise<void> {
  await run`
    insert into revision (workspace_id, id, article_id, number, text, sha256, segmenter_version, created_by_id)
    select a.workspace_id, uuidv7(), a.id, 1, t.text, encode(sha256(convert_to(t.text, 'UTF8')), 'hex'),
      'bench', a.imported_by_id
    from article a cross join (select string_agg(text, ' ' order by n) as text from made) t
    where a.workspace_id = ${workspaceId}::uuid and a.id = ${articleId}::uuid`;
  await run`
    insert into claim (workspace_id, id, article_id, revision_id, ordinal, kind, start, "end", text, scale_id, state)
    select r.workspace_id, m.claim_id, r.article_id, r.id, m.n, 'sentence', m.start, m.start + length(m.text), m.text,
      a.scale_id, 'ruled'
    from revision r join article a on a.workspace_id = r.workspace_id and a.id = r.article_id
    cross join (select *, coalesce(sum(length(text) + 1) over (order by n rows between unbounded preceding and 1 preceding),
      0)::int as start from made) m
    where r.workspace_id = ${workspaceId}::uuid and r.article_id = ${articleId}::uuid`;
}

async function writeWork(run: Run, workspaceId: string): Promise<void> {
  await run`
    create temporary table who on commit drop as
    select workspace_id, (array_agg(id) filter (where role = 'reviewer'))[1] as author,
      (array_agg(id) filter (where role = 'editor'))[1] as approver
    from member where workspace_id = ${workspaceId}::uuid group by workspace_id`;
  await run`
    create temporary table shelf on commit drop as
    select n, uuidv7() as id from generate_series(0, ${sources - 1}::int) n`;
  await run`
    insert into source (workspace_id, id, canonical_url, title, publisher, author, published_on, created_by_id)
    select workspace_id, s.id, 'https://library.example/volume/' || s.id, 'Register of bridges, volume ' || s.n,
      'Office of roads', 'A. Clerk', '1997', author from who cross join shelf s`;
  await run`
    insert into annotation (workspace_id, id, claim_id, member_id, version, submitted_version)
    select workspace_id, annotation_id, claim_id, author, 1, 1 from who cross join made`;
  await run`
    insert into annotation_version (workspace_id, annotation_id, version, base_version, verdict, rationale, submitted)
    select workspace_id, annotation_id, 1, 0, (array['true', 'mostly_true', 'mixed', 'false'])[n % 4 + 1],
      'The register gives ' || n % 900 || ' metres; the survey of 1997, measured at noon, differs by a hand.', true
    from who cross join made`;
  await run`
    insert into citation (workspace_id, id, annotation_id, version, position, source_id, stance, quote, locator, accessed_on)
    select workspace_id, uuidv7(), annotation_id, 1, k, s.id, (array['supports', 'refutes'])[k + 1]::stance,
      'Bridge, "' || made.n || '", length ' || made.n % 900 || ' m, measured in calm weather', 'p. ' || made.n % 400, '2026-05-11'
    from who cross join made cross join generate_series(0, 1) k
    join shelf s on s.n = (made.n::bigint * 31 + k * 17) % ${sources}::int`;
  await run`
    insert into search_entry (workspace_id, id, annotation_id, version, position, query, place, sought, outcome)
    select workspace_id, uuidv7(), annotation_id, 1, 0, 'bridge ' || n || ' length', 'Archive of the office of roads',
      'refutes', 'Nothing against it' from who cross join made`;
  await run`
    insert into review (workspace_id, id, claim_id, annotation_id, version, author_id, reviewer_id, decision, reasons)
    select workspace_id, uuidv7(), claim_id, annotation_id, 1, author, approver, 'approve', array[]::text[]
    from who cross join made`;
  await run`
    insert into ruling (workspace_id, id, claim_id, number, scale_id, verdict, method, decided_by_id)
    select c.workspace_id, m.ruling_id, c.id, 1, c.scale_id, v.verdict, 'agreement', who.approver
    from made m join claim c on c.id = m.claim_id and c.workspace_id = ${workspaceId}::uuid
    join annotation_version v on v.workspace_id = c.workspace_id and v.annotation_id = m.annotation_id
    cross join who`;
  await run`
    insert into ruling_basis (workspace_id, ruling_id, annotation_id, version)
    select workspace_id, ruling_id, annotation_id, 1 from who cross join made`;
}
