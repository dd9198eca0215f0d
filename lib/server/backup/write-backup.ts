import "server-only";
import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { Refusal } from "@/lib/core/shared/refusal";
import { fileNameOf, manifestName, type BackupFile, type Manifest } from "./manifest";
import { asLines, listMigrations, listTables, rowsOf } from "./tables";

const lineFeed = 0x0a;

/** How far it is: so many tables of all are done, and so many rows of the next one. */
export type Progress = {
  readonly table: string;
  readonly rows: number;
  readonly done: number;
  readonly of: number;
};
export type Told = (progress: Progress) => void;

/**
 * Writes every row of the installation, or of one workspace with the people who are its members, as JSON Lines, a file a
 * table, all at one moment's state. The files hold password hashes and hashes of tokens: only their owner may read them.
 * @throws Refusal bad_input when the folder is not empty, not_found when there is no such workspace
 */
export async function writeBackup(
  databaseUrl: string,
  folder: string,
  workspace: string | null,
  told: Told = () => undefined,
): Promise<Manifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) {
    throw new Refusal(
      "bad_input",
      `${folder} is not empty. Name a new folder, so that no backup is written over.`,
    );
  }
  const client = new Client({ connectionString: databaseUrl, application_name: "assay backup" });
  await client.connect();
  try {
    await client.query("begin transaction isolation level repeatable read, read only");
    const workspaceId = workspace === null ? null : await findWorkspace(client, workspace);
    const tables = (await listTables(client)).flatMap((table) => {
      const rows = rowsOf(table, workspaceId);
      return rows === null ? [] : [{ name: table.name, rows }];
    });
    const files: BackupFile[] = [];
    for (const { name, rows } of tables) {
      const file = await writeTable(client, rows, join(folder, fileNameOf(name)), (written) => {
        told({ table: name, rows: written, done: files.length, of: tables.length });
      });
      files.push({ table: name, ...file });
    }
    const manifest: Manifest = {
      format: "assay-backup/1",
      madeAt: new Date().toISOString(),
      workspace,
      migrations: [...(await listMigrations(client))],
      files,
    };
    writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return manifest;
  } finally {
    await client.end();
  }
}

async function findWorkspace(client: Client, slug: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>("select id from workspace where slug = $1", [slug]);
  const [found] = rows;
  if (!found) throw new Refusal("not_found", `There is no workspace “${slug}”.`);
  return found.id;
}

async function writeTable(
  client: Client,
  rows: string,
  path: string,
  onRows: (rows: number) => void,
): Promise<Omit<BackupFile, "table">> {
  const hash = createHash("sha256");
  let count = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) count += 1;
      onRows(count);
      done(null, chunk);
    },
  });
  const file = createWriteStream(path, { mode: 0o600 });
  await pipeline(client.query(copyTo(`copy (${rows}) to stdout ${asLines}`)), counter, file);
  return { rows: count, sha256: hash.digest("hex") };
}
