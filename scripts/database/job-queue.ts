import { Logger, runMigrations } from "graphile-worker";
import { escapeIdentifier } from "pg";
import { withClient } from "./connection";

const schema = "graphile_worker";
const silent = new Logger(() => () => undefined);

/**
 * Makes the tables of the job queue (a schema of its own, kept by its library) and gives the server's role its rights on
 * them. Repeatable; run after every migration. The library protects its tables by row-level security, so that a role
 * which does not own them needs a policy.
 */
export async function prepareJobQueue(ownerUrl: string, role: string | null): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: silent });
  if (role === null) return;
  const app = escapeIdentifier(role);
  await withClient(ownerUrl, async (client) => {
    await client.query("BEGIN");
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${app}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${app}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${app}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${app}`);
    const tables = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = $1::regnamespace and c.relrowsecurity
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'server')`,
      [schema],
    );
    for (const { name } of tables.rows) {
      const table = `${schema}.${escapeIdentifier(name)}`;
      await client.query(`CREATE POLICY server ON ${table} TO ${app} USING (true) WITH CHECK (true)`);
    }
    await client.query("COMMIT");
  });
}
