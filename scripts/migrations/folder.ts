import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import { Complaint } from "../process/complaint";
import { projectRoot } from "../process/project";

/** Prisma's own folder format, so that `prisma migrate` can be used wherever its engine can be had. */
export type MigrationFolder = MigrationList;
export type SchemaFile = { readonly path: string; readonly content: string };

export const schemaPath = join(projectRoot, "prisma", "schema.prisma");
export const migrationsPath = join(projectRoot, "prisma", "migrations");

export function readSchema(path = schemaPath): SchemaFile {
  if (!existsSync(path)) throw new Complaint(`There is no ${path}.`);
  return { path, content: readFileSync(path, "utf8") };
}

const lockfileName = "migration_lock.toml";
export const lockfileText = 'provider = "postgresql"\n';

export function readMigrations(baseDir = migrationsPath): MigrationFolder {
  const names = existsSync(baseDir)
    ? readdirSync(baseDir, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      )
    : [];
  return {
    baseDir,
    lockfile: { path: lockfileName, content: lockfileText },
    shadowDbInitScript: "",
    migrationDirectories: names.sort().map((path) => ({
      path,
      migrationFile: { path: "migration.sql", content: readScript(join(baseDir, path, "migration.sql")) },
    })),
  };
}

function readScript(path: string): { tag: "ok"; value: string } {
  if (!existsSync(path)) throw new Complaint(`${path} is missing: every folder beside it is a migration.`);
  return { tag: "ok", value: readFileSync(path, "utf8") };
}
