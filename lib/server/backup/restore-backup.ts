import "server-only";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Client, DatabaseError, escapeIdentifier } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { present } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import { checkFiles, fileNameOf, readManifest, type Manifest } from "./manifest";
import { asLines, listMigrations, listTables, type Table } from "./tables";
import type { Told } from "./write-backup";

/**
 * Brings a backup into a database that has the tables and nothing in them, or a workspace into an installation that does
 * not have it. One transaction: either all of it is there afterwards, or nothing. Constraints and triggers stay on.
 * @throws Refusal bad_input for a damaged or foreign backup, conflict when there is something already
 */
export async function restoreBackup(
  databaseUrl: string,
  folder: string,
  told: Told = () => undefined,
): Promise<Manifest> {
  const manifest = readManifest(folder);
  await checkFiles(folder, manifest);
  const client = new Client({ connectionString: databaseUrl, application_name: "assay restore" });
  await client.connect();
  try {
    await client.query("begin");
    // Two that restore at once follow each other, and the second one finds that there is something already.
    await client.query("lock table workspace in share row exclusive mode");
    requireSameTables(manifest, await listMigrations(client));
    await requireRoom(client, folder, manifest);
    await client.query("create temporary table backup_line (number bigserial, line text) on commit drop");
    await client.query(
      "create temporary table backup_person (id uuid, email text, is_new boolean) on commit drop",
    );
    const tables = await listTables(client);
    for (const [done, { table: name, rows }] of manifest.files.entries()) {
      const table = present(
        tables.find((one) => one.name === name),
        "the same migrations make the same tables",
      );
      told({ table: name, rows, done, of: manifest.files.length });
      await restoreTable(client, table, folder, manifest.workspace !== null);
    }
    await settle(client);
    await client.query("commit");
    return manifest;
  } catch (error) {
    throw explain(error);
  } finally {
    await client.end();
  }
}

function requireSameTables({ migrations }: Manifest, applied: readonly string[]): void {
  const unknown = migrations.filter((name) => !applied.includes(name));
  if (unknown.length > 0) {
    throw new Refusal(
      "bad_input",
      `This backup was made with a newer version of Assay (it has ${unknown.join(", ")}). Restore it with that version.`,
    );
  }
  const later = applied.filter((name) => !migrations.includes(name));
  if (later.length > 0) {
    throw new Refusal(
      "bad_input",
      `This backup was made with an older version of Assay, before ${later[0] ?? ""}. Restore it with that version; ` +
        "when this one starts on the restored data, it brings them up to date.",
    );
  }
}

async function requireRoom(client: Client, folder: string, { workspace }: Manifest): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    workspace === null
      ? `select exists (select 1 from workspace) or exists (select 1 from "user") as taken`
      : "select exists (select 1 from workspace where slug = $1) as taken",
    workspace === null ? [] : [workspace],
  );
  if (!rows[0]?.taken) return;
  throw new Refusal(
    "conflict",
    workspace === null
      ? `There are people or workspaces here already. A whole installation is restored into an empty one:\n` +
          `ASSAY_DATA=<new folder> npm run assay -- restore ${folder}`
      : `There is a workspace “${workspace}” here already. Nothing was restored over it.`,
  );
}

async function restoreTable(client: Client, table: Table, folder: string, isPart: boolean): Promise<void> {
  await client.query("truncate backup_line");
  const file = createReadStream(join(folder, fileNameOf(table.name)));
  await pipeline(file, client.query(copyFrom(`copy backup_line (line) from stdin ${asLines}`)));
  const name = escapeIdentifier(table.name);
  if (isPart && table.name === "user") await notePeople(client);
  const columns = table.columns.map((column) => escapeIdentifier(column));
  const values = columns.map((column) =>
    isPart && table.name === "member" && column === '"user_id"' ? memberUser : `r.${column}`,
  );
  await client.query(`
    insert into ${name} (${columns.join(", ")}) select ${values.join(", ")}
    from backup_line l cross join json_populate_record(null::${name}, l.line::json) r
    where ${isPart ? (onlyNew[table.name] ?? "true") : "true"} order by l.number`);
}

/** Who is known here by their address keeps their name and password; the workspace's member is tied to them. */
async function notePeople(client: Client): Promise<void> {
  await client.query(`
    insert into backup_person (id, email, is_new)
    select r.id, r.email, not exists (select 1 from "user" u where u.email = r.email)
    from backup_line l cross join json_populate_record(null::"user", l.line::json) r`);
}

const isNew = (column: string) => `r.${column} in (select id from backup_person where is_new)`;
const onlyNew: Readonly<Record<string, string>> = {
  user: isNew("id"),
  credential: isNew("user_id"),
  account: isNew("user_id"),
};
const memberUser = `(select u.id from backup_person p join "user" u on u.email = p.email where p.id = r.user_id)`;

/** What the rows themselves do not say: where numbers go on, and that nobody works on their jobs. */
async function settle(client: Client): Promise<void> {
  await client.query(`
    select setval(pg_get_serial_sequence('event', 'id'),
      greatest((select max(id) from event), nextval(pg_get_serial_sequence('event', 'id'))))`);
  await client.query(
    "update job set state = 'failed', finished_at = now() where state in ('waiting', 'running')",
  );
}

function explain(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const said = [error.message, error.detail].filter(Boolean).join(". ");
  return new Refusal(
    "conflict",
    `The database refused a row${error.table ? ` of ${error.table}` : ""}: ${said}. Nothing was restored.`,
  );
}
