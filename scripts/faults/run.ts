import { spawn, type ChildProcess } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applyMigrations } from "../migrations/apply";
import { appRole, withClient } from "../database/connection";
import { pause } from "../process/living";
import { projectRoot } from "../process/project";
import { evidenceOf, type Evidence } from "./checks/evidence";
import { readRows } from "./checks/stored";
import type { ClientsReport, ClientsTask, FaultDesk } from "./desk";
import { nameOf } from "./fault-points";
import { readHistory } from "./history";
import { additiveMigration, inject, type World } from "./injector";
import { makeHttpFaults, type Step } from "./plan";
import { Database } from "./program/database";
import { backUp, judge, makeDesk, restore } from "./program/desk-process";
import { Fleet } from "./program/fleet";
import type { ServerSettings } from "./program/server";

export type RunSettings = {
  readonly seed: number;
  /** An empty folder, gone when all is over. */
  readonly folder: string;
  /** A small disk of its own for the database, if there is one. */
  readonly disk: string | null;
  readonly servers: number;
  readonly clients: number;
  readonly program: Pick<ServerSettings, "command" | "cwd"> & {
    readonly env: (databaseUrl: string, secret: string) => NodeJS.ProcessEnv;
  };
  readonly plan: readonly Step[];
  /** Goes on, with the plan from its beginning, until so many writes are acknowledged … */
  readonly wanted: number;
  /** … or so long, whatever was reached. The plan is gone through once in any case. */
  readonly untilMs: number;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  readonly onProgress: (progress: Progress) => void;
};

export type Progress = ClientsReport & { readonly faults: number; readonly seconds: number };

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
  readonly desk: FaultDesk;
  readonly secret: string;
  readonly counts: Map<string, number>;
};

async function runWithin(settings: RunSettings, undo: (() => Promise<void> | void)[]): Promise<Ran> {
  const stage = await setStage(settings, undo);
  const { fleet, desk, secret, counts } = stage;
  const historyFile = join(settings.folder, "history.jsonl");
  const diary = join(settings.folder, "faults.log");
  writeFileSync(historyFile, "");
  const { seed, clients: count } = settings;
  const clients = startClients(settings.folder, {
    desk,
    ports: fleet.ports,
    seed,
    clients: count,
    historyFile,
  });
  undo.push(() => void clients.child.kill("SIGKILL"));
  const began = performance.now();
  let faults = 0;
  const progress = (): Progress => ({
    ...clients.report(),
    faults,
    seconds: (performance.now() - began) / 1_000,
  });
  const world = worldOf(settings, stage);
  for (let round = 0; !isEnough(settings, progress(), round); round += 1) {
    for (const { fault, pauseMs } of settings.plan) {
      settings.signal.throwIfAborted();
      clients.check();
      await fleet.ready();
      await pause(pauseMs);
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
  await fleet.ready();
  await clients.finish();
  const serverWords = fleet.servers.map((server) => server.output()).join("\n");
  await fleet.atRest(() => Promise.resolve());
  const { signal } = settings;
  const { database } = stage;
  const judged = await judge(desk.workspaceId, { databaseUrl: database.appUrl, secret, signal });
  const rows = await readRows(database.ownerUrl, desk.workspaceId);
  const evidence = evidenceOf(readHistory(historyFile), rows, judged, desk.blind);
  return { evidence, progress: progress(), counts, serverWords };
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
  const fleet = await Fleet.open(servers, {
    command: program.command,
    cwd: program.cwd,
    env: (databaseUrl) => program.env(databaseUrl, secret),
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

type Clients = {
  readonly child: ChildProcess;
  readonly report: () => ClientsReport;
  /** @throws Error when their process has ended by itself */
  readonly check: () => void;
  /** Lets them bring to an end what they have begun. @throws Error when they do not within three minutes */
  readonly finish: () => Promise<void>;
};

const finishPatienceMs = 180_000;

function startClients(folder: string, task: ClientsTask): Clients {
  const file = join(folder, "clients.json");
  writeFileSync(file, JSON.stringify(task), { mode: 0o600 });
  const flags = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "scripts/faults/actors/clients-task.ts",
    file,
  ];
  const child = spawn(process.execPath, flags, {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let report: ClientsReport = { acknowledged: 0, unknown: 0 };
  let said = "";
  const hear = (chunk: Buffer) => (said = `${said}${chunk.toString("utf8")}`.slice(-5_000));
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  child.on("message", (news) => (report = news as ClientsReport));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    report: () => report,
    check: () => {
      if (isOver()) throw new Error(`The clients ended by themselves. They said:\n${said}`);
    },
    finish: async () => {
      child.send("finish");
      const code = await Promise.race([ended, pause(finishPatienceMs).then(() => "late" as const)]);
      if (code !== 0) throw new Error(`The clients did not come to an end (${String(code)}):\n${said}`);
    },
  };
}
