import type { AgreementReport } from "../../lib/core/agreement/report";
import { withClient } from "../../scripts/database/connection";

type JudgedDesk = {
  readonly report: () => Promise<AgreementReport>;
  readonly savers: readonly (() => Promise<void>)[];
};

const keys = ["false", "mostly_false", "mixed", "mostly_true", "true"];

/** A desk with so many claims that five people have judged, and four of them at work on another article. */
export async function seedJudgedDesk(ownerUrl: string, claims: number): Promise<JudgedDesk> {
  const { annotate, createArticle, createDesk } = await import("../../seeds/factories");
  const { getAgreement } = await import("../../lib/server/agreement/queries");
  const desk = await createDesk();
  const { workspaceId } = desk;
  const judged = await createArticle(desk, { text: "The bridge is 112 metres long." });
  const people = [desk.owner, desk.editor, desk.reviewer1, desk.reviewer2, desk.viewer].map(
    ({ memberId }) => memberId,
  );
  await withClient(ownerUrl, async (client) => {
    await client.query(
      `insert into claim (workspace_id, id, article_id, revision_id, ordinal, kind, start, "end", text, scale_id, state)
       select workspace_id, gen_random_uuid(), article_id, revision_id, ordinal + n, kind, start + n, "end" + n, text,
         scale_id, 'submitted'
       from claim, generate_series(1, $1::int) n where workspace_id = $2 and id = $3`,
      [claims, workspaceId, judged.claims[0]?.id],
    );
    await client.query(
      `insert into annotation (workspace_id, id, claim_id, member_id, version, submitted_version)
       select c.workspace_id, gen_random_uuid(), c.id, p.id, 1, 1
       from claim c, unnest($2::uuid[]) p (id) where c.workspace_id = $1 and c.ordinal > 1`,
      [workspaceId, people],
    );
    // Verdicts that agree in about three of four cases.
    await client.query(
      `insert into annotation_version (workspace_id, annotation_id, version, base_version, verdict, submitted)
       select a.workspace_id, a.id, 1, 0, ($2::text[])[1 + (case when random() < 0.7 then c.ordinal
         else floor(random() * 5)::int end) % 5], true
       from annotation a join claim c on c.workspace_id = a.workspace_id and c.id = a.claim_id
       where a.workspace_id = $1`,
      [workspaceId, keys],
    );
    await client.query("analyze");
  });
  const text = Array.from({ length: 8 }, (_, place) => `Lamp ${place} stands on the bridge.`).join(" ");
  const work = await createArticle(desk, { title: "The lamps", text });
  const savers = [desk.owner, desk.editor, desk.reviewer1, desk.reviewer2].map(
    (person, place) => async () => {
      await annotate(desk.slug, person, work.claims[place]?.id ?? "", {
        verdict: "true",
        rationale: "Counted.",
      });
    },
  );
  const query = { judged: "any", period: "month" } as const;
  return { savers, report: () => getAgreement(desk.editor.actor, { workspace: desk.slug }, query) };
}
