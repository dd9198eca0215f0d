import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "pg";
import type { Tell } from "../results";
import { appRole, withClient } from "../../scripts/database/connection";
import { openScratch } from "../../scripts/database/embedded";
import { applyMigrations } from "../../scripts/migrations/apply";

const articles = 1_000;
const sentencesEach = 100;
const targetRatio = 3;
const tables = ["article", "revision", "claim", "event"];

const seconds = (began: number) => (performance.now() - began) / 1_000;

/**
 * Prints how long a file of 100,000 sentences takes to come in (received and looked at; then cut into claims and written
 * by the job, history included), against COPY of the same articles, revisions and claims into the same tables.
 */
export async function runImportBench(tell: Tell): Promise<void> {
  const database = await openScratch();
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  // COPY writes as the account that PostgreSQL runs as.
  chmodSync(folder, 0o777);
  try {
    await applyMigrations(database.ownerUrl, appRole);
    Object.assign(process.env, {
      DATABASE_URL: database.appUrl,
      ASSAY_URL: "http://127.0.0.1:3000",
      ASSAY_SECRET: database.secrets.assaySecret,
    });
    // The server's modules read the settings when they are first used.
    const { importFile } = await import("./measure");
    const { receiveS, jobS, claims } = await importFile(articles, sentencesEach);
    const copyS = await withClient(database.ownerUrl, (client) => copyAgain(client, folder));
    const ratio = (receiveS + jobS) / copyS;
    tell({
      what: `import of ${claims} sentences in ${articles} articles`,
      against: `COPY of the same rows: ${copyS.toFixed(1)} s`,
      measured: `${(receiveS + jobS).toFixed(1)} s, of which ${receiveS.toFixed(1)} s until it was received`,
      ratio,
      goal: `${targetRatio} ×`,
      isMet: ratio <= targetRatio,
    });
    const { db } = await import("../../lib/server/db/client");
    await db().$disconnect();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await database.stop();
  }
}

/** Takes the rows out to files and lets COPY bring them back, one transaction a table. */
async function copyAgain(client: Client, folder: string): Promise<number> {
  for (const table of tables) await client.query(`copy ${table} to '${join(folder, table)}'`);
  // The tables that are only ever added to are emptied by their owner, and guarded again before the clock runs.
  const guards = (state: string) => `
    do $$ declare one text; begin
      for one in select tablename from pg_tables where schemaname = 'public' loop
        execute format('alter table %I ${state} trigger user', one);
      end loop;
    end $$`;
  await client.query(guards("disable"));
  await client.query("truncate article, revision, claim, event cascade");
  await client.query(guards("enable"));
  await client.query("vacuum analyze");
  const began = performance.now();
  for (const table of tables) await client.query(`copy ${table} from '${join(folder, table)}'`);
  return seconds(began);
}
