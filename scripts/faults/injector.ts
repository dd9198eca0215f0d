import { execFileSync } from "node:child_process";
import { rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { withClient } from "../database/connection";
import { pause } from "../process/living";
import { nameOf } from "./fault-points";
import type { Fault, FaultKind } from "./plan";
import type { Database } from "./program/database";
import type { Fleet } from "./program/fleet";

export type World = {
  readonly fleet: Fleet;
  /** The database now; a restore puts another in its place. */
  readonly database: () => Database;
  readonly restore: () => Promise<void>;
  readonly dump: () => Promise<void>;
  /** A small disk that only the database is on, or null where none could be made. */
  readonly disk: string | null;
  readonly say: (text: string) => void;
};

/** Whether it happened as it should; what could not be done here counts as not done and is said. */
export type Injected = "done" | "missed" | "skipped" | "lost answers";

/** How long a step of a save is waited for. Saves come many a second. */
const cellPatienceMs = 20_000;

/** The change that a newer version would bring, as migrations are written here: nothing that is there is touched. */
export const additiveMigration = [
  "set lock_timeout = '2s'",
  "alter table annotation_version add column if not exists fault_probe integer",
  "create table if not exists fault_probe (workspace_id uuid not null, id integer not null, primary key (workspace_id, id))",
];

type Ways = {
  readonly [K in FaultKind]: (
    fault: Extract<Fault, { kind: K }>,
    world: World,
  ) => Promise<Injected | undefined>;
};

const ways: Ways = {
  cell: springCell,
  kill_app: ({ server }, { fleet }) => {
    fleet.servers[server]?.kill();
    return Promise.resolve(undefined);
  },
  rolling_restart: (_, world) => roll(world),
  kill_postgres: async ({ downMs }, { database }) => {
    await database().crash(downMs);
    return undefined;
  },
  freeze_postgres: async ({ forMs }, { database }) => {
    await database().freeze(forMs);
    return undefined;
  },
  end_backends: (_, { database }) => endBackends(database()),
  cut_database: (_, { fleet }) => {
    for (const { postgres } of fleet.servers) postgres.cutAll();
    return Promise.resolve(undefined);
  },
  hogs: ({ forMs }, world) => hog(world, forMs),
  table_lock: ({ forMs }, { database }) => lockTable(database(), forMs),
  full_disk: ({ forMs }, world) => fillDisk(world, forMs),
  clock_jump: setClockWrong,
  migration: (_, { database }) => migrate(database()),
  dump: async (_, { dump }) => {
    await dump();
    return undefined;
  },
  restore: async (_, { restore }) => {
    await restore();
    return undefined;
  },
};

/** Lets a fault happen, and whatever belongs to it end. */
export async function inject(fault: Fault, world: World): Promise<Injected> {
  // The table has for each kind a way that takes that kind; the compiler cannot follow the pair through a lookup.
  const way = ways[fault.kind] as (fault: Fault, world: World) => Promise<Injected | undefined>;
  return (await way(fault, world)) ?? "done";
}

async function springCell(
  { server, cell }: Extract<Fault, { kind: "cell" }>,
  { fleet, say }: World,
): Promise<Injected> {
  const proxy = fleet.servers[server]?.postgres;
  if (!proxy) return "missed";
  const sprung = await Promise.race([
    proxy.arm(cell).then(() => true),
    pause(cellPatienceMs).then(() => false),
  ]);
  proxy.disarm();
  if (!sprung) say(`no save came to ${nameOf(cell)} in time`);
  return sprung ? "done" : "missed";
}

async function roll({ fleet, say }: World): Promise<Injected> {
  let all = 0;
  for (const { had, lost, seconds } of await fleet.roll()) {
    say(
      `SIGTERM: ${had} requests under way, ${lost} of them without an answer, ended in ${seconds.toFixed(1)} s`,
    );
    all += lost;
  }
  return all === 0 ? "done" : "lost answers";
}

/** Sets one process's clock wrong for a while, and right again. It may die meanwhile: the next one's clock is right. */
async function setClockWrong(
  { server, byMs, forMs }: Extract<Fault, { kind: "clock_jump" }>,
  { fleet }: World,
): Promise<Injected> {
  const wasTold = fleet.servers[server]?.setClock(byMs) ?? false;
  await pause(forMs);
  fleet.servers[server]?.setClock(0);
  return wasTold ? "done" : "missed";
}

/** Ends a third of the program's connections from the database's side. */
async function endBackends(database: Database): Promise<Injected> {
  await withClient(database.ownerUrl, (client) =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename = 'assay_app' and pid <> pg_backend_pid() and random() < 0.34`,
    ),
  );
  return "done";
}

/** Takes every connection that the database has to give, while the program has to connect anew. */
async function hog({ fleet, database }: World, forMs: number): Promise<Injected> {
  for (const { postgres } of fleet.servers) postgres.cutAll();
  const hogs: Client[] = [];
  for (let wanted = 100; wanted > 0; wanted -= 1) {
    const client = new Client({ connectionString: database().appUrl });
    client.on("error", () => undefined);
    try {
      await client.connect();
      hogs.push(client);
    } catch {
      break;
    }
  }
  await pause(forMs);
  await Promise.all(hogs.map((client) => client.end().catch(() => undefined)));
  return hogs.length > 0 ? "done" : "missed";
}

async function lockTable(database: Database, forMs: number): Promise<Injected> {
  await withClient(database.ownerUrl, async (client) => {
    await client.query("begin");
    await client.query("lock table annotation in access exclusive mode");
    await pause(forMs);
    await client.query("rollback");
  });
  return "done";
}

async function migrate(database: Database): Promise<Injected> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      await withClient(database.ownerUrl, (client) => client.query(additiveMigration.join(";\n")));
      return "done";
    } catch {
      // The tables are busy: a migration gives way and comes again.
      await pause(300);
    }
  }
  return "missed";
}

async function fillDisk({ disk, database, say }: World, forMs: number): Promise<Injected> {
  if (disk === null) return "skipped";
  const ballast = join(disk, "ballast");
  const { bavail, bsize } = statfsSync(disk);
  execFileSync("fallocate", ["-l", String(bavail * bsize), ballast]);
  await pause(forMs / 2);
  // A new piece of the write-ahead log is wanted now, and there is no room for it.
  await withClient(database().ownerUrl, (client) => client.query("select pg_switch_wal()")).catch(() => {
    say("the database gave up on the full disk");
  });
  await pause(forMs / 2);
  rmSync(ballast);
  const answers = await withClient(database().ownerUrl, (client) => client.query("select 1")).then(
    () => true,
    () => false,
  );
  if (!answers) await pause(2_000);
  const isBack = await withClient(database().ownerUrl, (client) => client.query("select 1")).then(
    () => true,
    () => false,
  );
  if (!isBack) await database().reopen();
  return "done";
}
