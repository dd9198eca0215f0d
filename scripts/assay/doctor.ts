import { existsSync, readFileSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { durabilityFaults, readFacts, roleFaults } from "../database/durability";
import { findRunning } from "../database/running";
import { readMigrations } from "../migrations/folder";
import { dataFolder, projectRoot } from "../process/project";

/** What was looked at, how it stands, and in words what was found. */
export type Finding = {
  readonly check: string;
  readonly state: "good" | "warning" | "fault";
  readonly words: string;
};

const good = (check: string, words: string): Finding => ({ check, state: "good", words });
const warning = (check: string, words: string): Finding => ({ check, state: "warning", words });
const fault = (check: string, words: string): Finding => ({ check, state: "fault", words });

/** Looks at everything that this installation stands on, changes nothing. @returns 0, or 1 when there is a fault */
export async function examine(json: boolean): Promise<number> {
  const findings = [...judgeMachine(), ...(await judgeDatabase())];
  const isSound = findings.every(({ state }) => state !== "fault");
  if (json) process.stdout.write(`${JSON.stringify({ sound: isSound, findings })}\n`);
  else {
    for (const { check, state, words } of findings) {
      process.stdout.write(`${state.padEnd(8)} ${check.padEnd(11)} ${words}\n`);
    }
  }
  return isSound ? 0 : 1;
}

function judgeMachine(): readonly Finding[] {
  const folder = dataFolder();
  const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
    version: string;
  };
  return [
    good("version", `Assay ${version}`),
    judgeNode(process.versions.node),
    ...(existsSync(folder) ? [judgeRights(folder), judgeRoom(folder), judgeSecretFile(folder)] : []),
    judgeSecret(process.env["ASSAY_SECRET"], process.env["DATABASE_URL"]),
  ];
}

/** @param version as process.versions has it */
export function judgeNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isEnough = major > 20 || (major === 20 && minor >= 19);
  return isEnough ? good("node", version) : fault("node", `${version}; 20.19 or newer is needed.`);
}

function judgeRights(folder: string): Finding {
  const others = statSync(folder).mode & 0o077;
  return others === 0
    ? good("folder", `${folder} is its owner's alone.`)
    : warning("folder", `Others can look into ${folder}. Take that from them: chmod 700`);
}

const gigabyte = 1_000_000_000;

function judgeRoom(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  return judgeFreeBytes(bavail * bsize);
}

export function judgeFreeBytes(bytes: number): Finding {
  const words = `${(bytes / gigabyte).toFixed(1)} GB are free.`;
  if (bytes < gigabyte / 5) return fault("room", `${words} A full disk stops every save.`);
  return bytes < 2 * gigabyte
    ? warning("room", `${words} Make room before it stops saves.`)
    : good("room", words);
}

function judgeSecretFile(folder: string): Finding {
  const path = join(folder, "secrets.json");
  if (!existsSync(path)) return good("secrets", "None are kept here yet.");
  return (statSync(path).mode & 0o077) === 0
    ? good("secrets", "secrets.json is its owner's alone.")
    : fault("secrets", `Others can read ${path}. Take that from them: chmod 600`);
}

export function judgeSecret(secret: string | undefined, databaseUrl: string | undefined): Finding {
  if (!databaseUrl) return good("secret", "The embedded installation keeps its own.");
  if (!secret) return fault("secret", "With DATABASE_URL, ASSAY_SECRET has to be set too.");
  return secret.length >= 32
    ? good("secret", "ASSAY_SECRET is set.")
    : fault("secret", "ASSAY_SECRET has fewer than 32 characters.");
}

async function judgeDatabase(): Promise<readonly Finding[]> {
  const url = process.env["DATABASE_URL"] ?? findRunning(dataFolder())?.databaseUrl;
  if (!url)
    return [warning("database", "Nothing runs here, so its database was not looked at. Start it: npm start")];
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: "assay doctor",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return [
      ...(await judgeServer(client)),
      ...(await judgeSettings(url)),
      await judgeMigrations(client),
      await judgeJobs(client),
    ];
  } catch (error) {
    const reason = error instanceof Error && error.message ? error.message : "no answer";
    return [fault("database", `It cannot be used: ${reason}`)];
  } finally {
    await client.end().catch(() => undefined);
  }
}

const oldestServer = 150_000;

async function judgeServer(client: Client): Promise<readonly Finding[]> {
  const asked = Date.now();
  const { rows } = await client.query<{ number: number; version: string; ms: string }>(`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
      extract(epoch from clock_timestamp()) * 1000 as ms`);
  const [row = { number: 0, version: "unknown", ms: "0" }] = rows;
  return [
    row.number >= oldestServer
      ? good("database", `PostgreSQL ${row.version}`)
      : fault("database", `PostgreSQL ${row.version}; 15 or newer is needed.`),
    judgeClock(Number(row.ms) - asked),
  ];
}

/** @param aheadMs how far the database's clock is ahead of this machine's */
export function judgeClock(aheadMs: number): Finding {
  const seconds = Math.round(Math.abs(aheadMs) / 1_000);
  return seconds <= 5
    ? good("clock", "This machine and the database agree.")
    : warning(
        "clock",
        `This machine and the database are ${seconds} s apart: leases and sessions end at odd times.`,
      );
}

async function judgeSettings(url: string): Promise<readonly Finding[]> {
  const facts = await readFacts(url);
  const [losses, rights] = [durabilityFaults(facts), roleFaults(facts)];
  return [
    losses.length === 0
      ? good("durability", "What is acknowledged is on disk.")
      : fault("durability", losses.join(" ")),
    rights.length === 0
      ? good("role", `${facts.role.name} has the rights that it needs and no more.`)
      : warning("role", rights.join(" ")),
  ];
}

async function judgeMigrations(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const known = readMigrations().migrationDirectories.map(({ path }) => path);
  return compareMigrations(
    known,
    rows.map(({ name }) => name),
  );
}

export function compareMigrations(known: readonly string[], applied: readonly string[]): Finding {
  const missing = known.filter((name) => !applied.includes(name));
  const foreign = applied.filter((name) => !known.includes(name));
  if (missing.length > 0)
    return fault("migrations", `Not applied: ${missing.join(", ")}. Run npm run migrate.`);
  if (foreign.length > 0) {
    return fault("migrations", `The database is newer than this program: ${foreign.join(", ")}.`);
  }
  return good("migrations", `All ${known.length} are applied.`);
}

async function judgeJobs(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ late: number; dead: number }>(`
    select (count(*) filter (where locked_at is null and run_at < now() - interval '5 minutes'
        and attempts < max_attempts))::int as late,
      (count(*) filter (where attempts >= max_attempts))::int as dead
    from graphile_worker.jobs`);
  const { late = 0, dead = 0 } = rows[0] ?? {};
  if (late > 0) return warning("jobs", `${late} have waited for more than five minutes. Does a worker run?`);
  return dead > 0 ? warning("jobs", `${dead} have failed for good.`) : good("jobs", "None is late.");
}
