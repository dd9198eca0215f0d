import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { db } from "./client";

/**
 * Whether the database answers, every migration that was begun has been finished, and every one that this program brings
 * along is among them. A database that is newer is fine: the program before an update serves until it is replaced.
 */
export async function isReady(): Promise<boolean> {
  try {
    const rows = await db().$queryRaw<{ name: string; open: boolean }[]>`
      select migration_name as name, finished_at is null as open from _prisma_migrations where rolled_back_at is null`;
    return isComplete(rows, await migrationNames());
  } catch {
    return false;
  }
}

/** @param rows what the database says of its migrations; @param known the names of those in the program's folder */
export function isComplete(
  rows: readonly { readonly name: string; readonly open: boolean }[],
  known: readonly string[],
): boolean {
  const done = new Set(rows.map(({ name }) => name));
  return rows.length > 0 && rows.every(({ open }) => !open) && known.every((name) => done.has(name));
}

/** None where the program was brought here without the folder: then what the database says has to do. */
async function migrationNames(): Promise<readonly string[]> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
