import { Refusal } from "../../lib/core/shared/refusal";
import type { Manifest } from "../../lib/server/backup/manifest";
import { restoreBackup } from "../../lib/server/backup/restore-backup";
import { writeBackup, type Told } from "../../lib/server/backup/write-backup";
import { withMigrationTarget } from "../database/target";
import { applyMigrations } from "../migrations/apply";
import { Complaint } from "../process/complaint";
import { progressBar } from "./progress-bar";

type BackupOptions = { readonly workspace: string | null; readonly json: boolean };

/** @returns 0 when the backup is whole */
export function backUp(folder: string, { workspace, json }: BackupOptions): Promise<number> {
  return complaining(async () => {
    const manifest = await withMigrationTarget(({ ownerUrl }) =>
      withBar(json, (told) => writeBackup(ownerUrl, folder, workspace, told)),
    );
    conclude(manifest, json, {
      folder,
      words:
        `${folder} holds ${named(manifest)}, with the password hashes of its people and the hashes of their tokens.\n` +
        "Only you can read the files; keep it that way wherever you bring them.",
    });
    return 0;
  });
}

/** @returns 0 when all of it was restored */
export function restore(folder: string, json: boolean): Promise<number> {
  return complaining(async () => {
    const manifest = await withMigrationTarget(async ({ ownerUrl, appRole }) => {
      await applyMigrations(ownerUrl, appRole);
      return withBar(json, (told) => restoreBackup(ownerUrl, folder, told));
    });
    conclude(manifest, json, {
      folder,
      words:
        `${named(manifest)} is here again as it was at ${manifest.madeAt}. Everybody has to sign in anew.\n` +
        "Check its history with npm run history:verify.",
    });
    return 0;
  });
}

async function complaining(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof Refusal ? new Complaint(error.message) : error;
  }
}

/** Shows which table it is at; what a table of many rows has of them, too. */
async function withBar<T>(json: boolean, run: (told: Told) => Promise<T>): Promise<T> {
  const bar = progressBar(json);
  try {
    return await run(({ table, rows, done, of }) => {
      bar.draw(done, of, `${table}, ${rows} rows`);
    });
  } finally {
    bar.clear();
  }
}

function named({ workspace }: Manifest): string {
  return workspace === null ? "The whole installation" : `The workspace “${workspace}”`;
}

type Conclusion = { readonly folder: string; readonly words: string };

function conclude(manifest: Manifest, json: boolean, { folder, words }: Conclusion): void {
  const { workspace, madeAt, files } = manifest;
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const told = json ? JSON.stringify({ folder, workspace, madeAt, tables: files.length, rows }) : words;
  process.stdout.write(`${told}\n`);
}
