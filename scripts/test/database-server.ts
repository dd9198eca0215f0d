import type { TestProject } from "vitest/node";
import { appRole } from "../database/connection";
import { openScratch } from "../database/embedded";
import { applyMigrations } from "../migrations/apply";

export type TestCluster = {
  /** The owner's, on the database that is copied. */
  readonly templateUrl: string;
  readonly appUrl: string;
  readonly secret: string;
};

declare module "vitest" {
  // An interface, because that is what vitest lets others add to.
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** One PostgreSQL for the whole run, with one migrated and empty database that every test file gets a copy of. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await openScratch();
  try {
    await applyMigrations(database.ownerUrl, appRole);
  } catch (error) {
    await database.stop();
    throw error;
  }
  project.provide("testCluster", {
    templateUrl: database.ownerUrl,
    appUrl: database.appUrl,
    secret: database.secrets.assaySecret,
  });
  return database.stop;
}
