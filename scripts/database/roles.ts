import { escapeIdentifier, escapeLiteral, type Client } from "pg";
import { appRole, databaseName, withClient, withDatabase } from "./connection";

/** Makes the server's own role and the database. Repeatable. */
export async function prepareRoles(maintenanceUrl: string, appPassword: string): Promise<void> {
  await withClient(maintenanceUrl, async (client) => {
    const role = await client.query("select 1 from pg_roles where rolname = $1", [appRole]);
    const verb = role.rowCount === 0 ? "CREATE" : "ALTER";
    const nothing = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";
    await client.query(`${verb} ROLE ${appRole} ${nothing} PASSWORD ${escapeLiteral(appPassword)}`);
    const database = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
    await client.query(`REVOKE ALL ON DATABASE ${databaseName} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${databaseName} TO ${appRole}`);
  });
  await withClient(withDatabase(maintenanceUrl, databaseName), async (client) => {
    await client.query("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
  });
}

const tablesOf = async (client: Client): Promise<string[]> => {
  const found = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'",
  );
  return found.rows.map((row) => row.name);
};

/** Tables whose rows are written once: the server may add and read, nothing else (a trigger says the same). */
const appendOnly = new Set(["event", "history_seal"]);

/** What the server may do with the tables of the migrations applied so far. Repeatable; run after every migration. */
export async function grantToApp(ownerUrl: string, role: string = appRole): Promise<void> {
  const app = escapeIdentifier(role);
  await withClient(ownerUrl, async (client) => {
    await client.query("BEGIN");
    await client.query(`GRANT USAGE ON SCHEMA public TO ${app}`);
    for (const table of await tablesOf(client)) {
      const name = escapeIdentifier(table);
      const rights = appendOnly.has(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
      await client.query(`REVOKE ALL ON ${name} FROM ${app}`);
      await client.query(`GRANT ${rights} ON ${name} TO ${app}`);
    }
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${app}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${app}`);
    await client.query(
      `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app}`,
    );
    await client.query(
      `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${app}`,
    );
    // The readiness check compares the migrations that were applied with those that it was built with.
    const ledger = await client.query("select to_regclass('public._prisma_migrations') as found");
    if ((ledger.rows as { found: string | null }[])[0]?.found) {
      await client.query(`GRANT SELECT ON "_prisma_migrations" TO ${app}`);
    }
    await client.query("COMMIT");
  });
}
