import { dataFolder } from "../process/project";
import { Complaint } from "../process/complaint";
import { appRole, withClient } from "./connection";
import { openEmbedded } from "./embedded";
import { takeFolder } from "./folder-lock";
import { findRunning } from "./running";

export type MigrationTarget = {
  readonly ownerUrl: string;
  /** The role to give rights to; null when the server itself owns the tables. */
  readonly appRole: string | null;
};

/** Says in a sentence, and without the password, why a given database cannot be used. */
export async function requireConnection(variable: string, url: string): Promise<void> {
  try {
    await withClient(url, (client) => client.query("select 1"));
  } catch (error) {
    const { host, pathname } = new URL(url);
    const reason = error instanceof Error && error.message ? error.message : "no answer";
    throw new Complaint(`The PostgreSQL in ${variable} (${host}${pathname}) cannot be used: ${reason}`);
  }
}

/** DATABASE_URL as the server uses it, and DATABASE_OWNER_URL for migrations where the two roles are kept apart. */
export function givenTarget(databaseUrl: string): MigrationTarget {
  const ownerUrl = process.env["DATABASE_OWNER_URL"] ?? databaseUrl;
  const server = decodeURIComponent(new URL(databaseUrl).username);
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  return { ownerUrl, appRole: server === owner ? null : server };
}

/**
 * The database that `npm start` uses: the one in DATABASE_URL, that of a running instance, or the embedded one, started
 * for as long as `run` takes.
 */
export async function withMigrationTarget<T>(run: (target: MigrationTarget) => Promise<T>): Promise<T> {
  const given = process.env["DATABASE_URL"];
  if (given) return run(givenTarget(given));
  const folder = dataFolder();
  const running = findRunning(folder);
  if (running?.ownerUrl) return run({ ownerUrl: running.ownerUrl, appRole });
  const release = takeFolder(folder);
  try {
    const embedded = await openEmbedded(folder);
    try {
      return await run({ ownerUrl: embedded.ownerUrl, appRole });
    } finally {
      await embedded.stop();
    }
  } finally {
    release();
  }
}
