import { withClient } from "../../database/connection";

/** What is stored when all is quiet, as far as the checks look at it. */
export type Rows = {
  readonly annotations: readonly {
    readonly id: string;
    readonly claim: string;
    readonly member: string;
    readonly version: number;
    readonly submitted: number | null;
  }[];
  readonly versions: readonly {
    readonly annotation: string;
    readonly version: number;
    readonly base: number;
    readonly rationale: string;
    readonly submitted: boolean;
  }[];
  readonly notes: readonly { readonly id: string; readonly body: string; readonly version: number }[];
  readonly sources: readonly { readonly id: string; readonly title: string }[];
  readonly reviews: readonly { readonly id: string; readonly comment: string }[];
  readonly votes: readonly { readonly rationale: string }[];
  readonly rulings: readonly { readonly id: string; readonly rationale: string }[];
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly wordings: readonly { readonly claim: string; readonly wording: string }[];
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly entity: string;
    readonly version: number | null;
    readonly wording: string | null;
  }[];
  readonly keys: readonly { readonly member: string; readonly key: string; readonly answered: boolean }[];
  readonly seals: number;
};

const queries: Readonly<Record<Exclude<keyof Rows, "seals">, string>> = {
  annotations: `select id, claim_id as claim, member_id as member, version, submitted_version as submitted
    from annotation where workspace_id = $1`,
  versions: `select annotation_id as annotation, version, base_version as base, rationale, submitted
    from annotation_version where workspace_id = $1`,
  notes: "select id, body, version from note where workspace_id = $1",
  sources: "select id, title from source where workspace_id = $1",
  reviews: "select id, comment from review where workspace_id = $1",
  votes: "select rationale from vote where workspace_id = $1",
  rulings: "select id, rationale from ruling where workspace_id = $1",
  articles: "select id, title from article where workspace_id = $1",
  wordings: `select id as claim, wording from claim where workspace_id = $1 and wording is not null`,
  events: `select id::text, type, entity_id as entity, (payload->>'version')::int as version,
      payload->'after'->>'wording' as wording
    from event where workspace_id = $1 order by event.id`,
  keys: `select member_id as member, key, response is not null as answered
    from idempotency_key where workspace_id = $1`,
};

export async function readRows(ownerUrl: string, workspaceId: string): Promise<Rows> {
  return withClient(ownerUrl, async (client) => {
    await client.query("begin transaction isolation level repeatable read, read only");
    const found: Record<string, unknown> = {};
    for (const [name, sql] of Object.entries(queries)) {
      found[name] = (await client.query(sql, [workspaceId])).rows as unknown;
    }
    const counted = await client.query<{ seals: number }>(
      "select count(*)::int as seals from history_seal where workspace_id = $1",
      [workspaceId],
    );
    return { ...found, seals: counted.rows[0]?.seals ?? 0 } as Rows;
  });
}
