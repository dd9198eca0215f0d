import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openScratch } from "../database/embedded";
import { Complaint } from "../process/complaint";
import { withEngine } from "./engine";
import { lockfileText, migrationsPath, readMigrations, readSchema } from "./folder";
import { applyMigrations } from "./apply";

/**
 * Applies every migration to an empty database, looks at what came of it, and says what is missing from it or stands
 * in it too much. Checks, triggers, partial and expression indexes are invisible here: schema.prisma has no words for
 * them, the migrations alone hold them.
 */
async function missingAfterMigrations(format: "sql" | "words"): Promise<string> {
  const scratch = await openScratch();
  try {
    if (readMigrations().migrationDirectories.length > 0) await applyMigrations(scratch.ownerUrl, null);
    const schema = readSchema();
    return await withEngine(scratch.ownerUrl, schema, (engine) => engine.missing(schema, format));
  } finally {
    await scratch.stop();
  }
}

export async function checkMigrations(): Promise<void> {
  const difference = await missingAfterMigrations("words");
  if (!difference) return;
  throw new Complaint(
    `The migrations do not make the database that schema.prisma describes. To get there:\n\n${difference}\n\n` +
      "Write the missing migration with: npm run migrate -- create <name>",
  );
}

const stamp = (now: Date): string => now.toISOString().replaceAll(/\D/g, "").slice(0, 14);

/** Writes the next migration and answers its path, or null when there is nothing to write. */
export async function createMigration(name: string, now: Date): Promise<string | null> {
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
    throw new Complaint(
      `"${name}" is no name for a migration: small letters, digits and underscores, please.`,
    );
  }
  const sql = await missingAfterMigrations("sql");
  if (!sql) return null;
  const folder = join(migrationsPath, `${stamp(now)}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(migrationsPath, "migration_lock.toml"), lockfileText);
  writeFileSync(join(folder, "migration.sql"), `${sql}\n`);
  return join(folder, "migration.sql");
}
