import { createServer, type IncomingMessage } from "node:http";
import { Pool, type PoolClient } from "pg";

/**
 * What a save is at the least, for a limit: a server without framework, sessions or checks that does the transaction step
 * by step. Started with the database's address and the size of the pool; tells its parent the port.
 */
const [, , connectionString, poolSize] = process.argv;
const pool = new Pool({ connectionString, max: Number(poolSize) });

type Save = {
  readonly workspaceId: string;
  readonly annotationId: string;
  readonly articleId: string;
  readonly claimId: string;
  readonly memberId: string;
  readonly verdict: string;
};

async function save(client: PoolClient, { workspaceId, annotationId, ...rest }: Save): Promise<number> {
  const own = [workspaceId, annotationId];
  await client.query("begin");
  const { rows } = await client.query<{ version: number }>(
    "select version from annotation where workspace_id = $1 and id = $2",
    own,
  );
  const version = rows[0]?.version ?? 0;
  const moved = await client.query(
    "update annotation set version = version + 1 where workspace_id = $1 and id = $2 and version = $3",
    [...own, version],
  );
  if (moved.rowCount === 0) throw new Error("saved elsewhere");
  await client.query(
    `insert into annotation_version (workspace_id, annotation_id, version, base_version, verdict, submitted)
     values ($1, $2, $3, $4, $5, false)`,
    [...own, version + 1, version, rest.verdict],
  );
  const event = await client.query<{ id: string }>(
    `insert into event (workspace_id, type, actor_id, article_id, claim_id, entity_id, payload)
     values ($1, 'annotation.saved', $2, $3, $4, $5, $6) returning id`,
    [workspaceId, rest.memberId, rest.articleId, rest.claimId, annotationId, { version: version + 1 }],
  );
  await client.query("select pg_notify('assay_bench', $1)", [String(event.rows[0]?.id)]);
  await client.query("commit");
  return version + 1;
}

async function bodyOf(request: IncomingMessage): Promise<Save> {
  let text = "";
  for await (const piece of request) text += String(piece);
  // The bench's own words.
  return JSON.parse(text) as Save;
}

const server = createServer((request, response) => {
  void (async () => {
    const wanted = await bodyOf(request);
    const client = await pool.connect();
    try {
      const version = await save(client, wanted);
      response.setHeader("content-type", "application/json").end(JSON.stringify({ version }));
    } catch (error) {
      await client.query("rollback");
      response.statusCode = 500;
      response.end(String(error));
    } finally {
      client.release();
    }
  })();
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address !== "string") process.send?.(address.port);
});
