import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { databaseName, withClient } from "./connection";

const markOf = (dataFolder: string): string => join(dataFolder, "seeding");

/** Says that the demo desk is being made; the mark stays when the making is cut off. */
export function noteSeeding(dataFolder: string): void {
  writeFileSync(markOf(dataFolder), "The demo desk is being made.\n");
}

export function forgetSeeding(dataFolder: string): void {
  rmSync(markOf(dataFolder), { force: true });
}

/**
 * Drops a database in which the demo desk was cut off half-way, so that it is made anew. Nobody has worked in it: the
 * server starts only after the desk is whole. Answers whether there was one.
 */
export async function dropHalfSeeded(dataFolder: string, maintenanceUrl: string): Promise<boolean> {
  if (!existsSync(markOf(dataFolder))) return false;
  await withClient(maintenanceUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${databaseName} WITH (FORCE)`),
  );
  forgetSeeding(dataFolder);
  return true;
}
