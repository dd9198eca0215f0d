import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applyMigrations } from "../migrations/apply";
import { appRole, withClient } from "../database/connection";
import { pause } from "../process/living";
import { startActors, type Actors, type ActorsReport } from "./actors/actors";
import { evidenceOf, type Evidence } from "./checks/evidence";
import { readRows } from "./checks/stored";
import type { FaultDesk } from "./desk";
import { nameOf } from "./fault-points";
import { readHistory } from "./history";
import { additiveMigration, inject, type World } from "./injector";
import { makeHttpFaults, type Step } from "./plan";
import { openEntrance, type Entrance } from "./proxy/entrance";
import { Database } from "./program/database";
import { backUp, judge, makeDesk, restore } from "./program/desk-process";
import { Fleet } from "./program/fleet";
import type { ServerSettings } from "./program/server";

/** How much longer is waited before each fault once all of them have come. */
const laterCalm = 20;

export type RunSettings = {
  readonly seed: number;
  /** An empty folder, gone when all is over. */
  readonly folder: string;
  /** A small disk of its own for the database, if there is one. */
  readonly disk: string | null;
  readonly servers: number;
  readonly clients: number;
  readonly program: Pick<ServerSettings, "command" | "cwd"> & {
    readonly env: (databaseUrl: string, secret: string, origin: string) => NodeJS.ProcessEnv;
  };
  /** The browser for those who work in one; null for a program that has neither pages nor a door. */
  readonly chromium: string | null;
  readonly plan: readonly Step[];
  /** Goes on, with the plan from its beginning, until so many writes are acknowledged … */
  readonly wanted: number;
  /** … or so long, whatever was reached. The plan is gone through once in any case. */
  readonly untilMs: number;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  readonly onProgress: (progress: Progress) => void;
};

export type Progress = ActorsReport & { readonly faults: number; readonly seconds: number };

export type Ran = {
  readonly evidence: Evidence;
  readonly progress: Progress;
  /** How often each fault was injected; what was missed or skipped under its name with that word. */
  readonly counts: ReadonlyMap<string, number>;
  readonly serverWords: string;
};

/** One whole run: sets up, lets clients work while faults come, waits until all is quiet, and gathers what there is. */
export async function run(settings: RunSettings): Promise<Ran> {
  const undo: (() => Promise<void> | void)[] = [];
  try {
    return await runWithin(settings, undo);
  } finally {
    for (const end of undo.reverse()) await Promise.resolve(end()).catch(() => undefined);
  }
}

type Stage = {
  database: Database;
  readonly fleet: Fleet;
  readonly entrance: Entrance;
  readonly desk: FaultDesk;
  readonly secret: string;
  readonly counts: Map<string, number>;
};

async function runWithin(settings: RunSettings, undo: (() => Promise<void> | void)[]): Promise<Ran> {
  const stage = await setStage(settings, undo);
  const { folder, seed, clients, chromium, signal } = settings;
  const { fleet, desk, secret, counts, entrance } = stage;
  const historyFile = join(folder, "history.jsonl");
  writeFileSync(historyFile, "");
  const actors = startActors({
    folder,
    chromium,
    origin: entrance.origin,
    task: { desk, ports: fleet.ports, seed, clients, historyFile },
  });
  undo.push(actors.kill);
  const progress = await letFaultsCome(settings, stage, actors);
  await fleet.ready();
  await actors.finish();
  const serverWords = fleet.servers.map((server) => server.output()).join("\n");
  await fleet.atRest(() => Promise.resolve());
  const { database } = stage;
  const judged = await judge(desk.workspaceId, { databaseUrl: database.appUrl, secret, signal });
  const rows = await readRows(database.ownerUrl, desk.workspaceId);
  const evidence = evidenceOf(readHistory(historyFile), rows, judged, desk.blind);
  return { evidence, progress: progress(), counts, serverWords };
}

/** Goes through the plan, and through it again with more room for saves, until enough is done. */
async function letFaultsCome(settings: RunSettings, stage: Stage, actors: Actors): Promise<() => Progress> {
  const { fleet, counts } = stage;
  const diary = join(settings.folder, "faults.log");
  const began = performance.now();
  let faults = 0;
  const progress = (): Progress => ({
    ...actors.report(),
    faults,
    seconds: (performance.now() - began) / 1_000,
  });
  const world = worldOf(settings, stage);
  for (let round = 0; !isEnough(settings, progress(), round); round += 1) {
    for (const { fault, pauseMs } of settings.plan) {
      settings.signal.throwIfAborted();
      actors.check();
      await fleet.ready();
      await pause(round === 0 ? pauseMs : pauseMs * laterCalm);
      const before = progress();
      const came = await inject(fault, world);
      const name = fault.kind === "cell" ? `cell ${nameOf(fault.cell)}` : fault.kind;
      const counted = came === "done" ? name : `${name} (${came})`;
      counts.set(counted, (counts.get(counted) ?? 0) + 1);
      faults += 1;
      appendFileSync(
        diary,
        `${before.seconds.toFixed(1)} ${progress().seconds.toFixed(1)} ${before.acknowledged} ${counted}\n`,
      );
      settings.onProgress(progress());
      if (round > 0 && isEnough(settings, progress(), round)) break;
    }
  }
  return progress;
}

function isEnough(
  { wanted, untilMs }: RunSettings,
  { acknowledged, seconds }: Progress,
  round: number,
): boolean {
  return round > 0 && (acknowledged >= wanted || seconds * 1_000 >= untilMs);
}

async function setStage(settings: RunSettings, undo: (() => Promise<void> | void)[]): Promise<Stage> {
  const { folder, disk, seed, servers, program, signal } = settings;
  const place = join(disk ?? folder, "first");
  mkdirSync(place, { mode: 0o755 });
  const holder: { database: Database } = { database: await Database.open(place) };
  undo.push(() => holder.database.stop());
  const { database } = holder;
  await applyMigrations(database.ownerUrl, appRole);
  const secret = database.secrets.assaySecret;
  const desk = await makeDesk({ databaseUrl: database.appUrl, secret, signal });
  const counts = new Map<string, number>();
  const choose = makeHttpFaults(seed);
  const entrance = await openEntrance();
  undo.push(() => {
    entrance.close();
  });
  const fleet = await Fleet.open(servers, folder, {
    command: program.command,
    cwd: program.cwd,
    env: (databaseUrl) => program.env(databaseUrl, secret, entrance.origin),
    databaseUrl: () => holder.database.appUrl,
    choose: (line) => {
      const fault = choose(line);
      if (fault !== null) counts.set(`http ${fault}`, (counts.get(`http ${fault}`) ?? 0) + 1);
      return fault;
    },
  });
  undo.push(() => {
    fleet.close();
  });
  entrance.leadTo(fleet.ports);
  await fleet.start();
  await fleet.ready();
  return {
    get database() {
      return holder.database;
    },
    set database(next) {
      holder.database = next;
    },
    fleet,
    entrance,
    desk,
    secret,
    counts,
  };
}

function worldOf(settings: RunSettings, stage: Stage): World {
  const { folder, disk, signal, say } = settings;
  const { fleet, secret } = stage;
  let copies = 0;
  const dump = async () => {
    copies += 1;
    const into = join(folder, `backup-${copies}`);
    await backUp(into, { databaseUrl: stage.database.ownerUrl, secret, signal });
    return into;
  };
  return {
    fleet,
    database: () => stage.database,
    disk,
    say,
    dump: async () => {
      await dump();
    },
    // The program stands still for it: what is written after a backup is not in it.
    restore: () =>
      fleet.atRest(async () => {
        const from = await dump();
        const place = join(disk ?? folder, `restored-${copies}`);
        mkdirSync(place, { mode: 0o755 });
        const fresh = await Database.open(place);
        await applyMigrations(fresh.ownerUrl, appRole);
        await withClient(fresh.ownerUrl, (client) => client.query(additiveMigration.join(";\n")));
        await withClient(stage.database.ownerUrl, (client) => client.query(additiveMigration.join(";\n")));
        await restore(from, { databaseUrl: fresh.ownerUrl, secret, signal });
        const before = stage.database;
        stage.database = fresh;
        await before.stop();
      }),
  };
}
