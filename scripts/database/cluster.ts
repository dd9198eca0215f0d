import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Complaint } from "../process/complaint";
import { commandOf, endProcess, isLiving, pause } from "../process/living";
import { randomFreePort } from "../process/ports";
import type { Account } from "./account";
import type { Binaries } from "./binaries";
import { canConnect, ownerRole, type Server } from "./connection";

export type Cluster = {
  /** Holds PGDATA; belongs to the account that PostgreSQL runs as. */
  readonly folder: string;
  readonly logFile: string;
  readonly account: Account | null;
  readonly binaries: Binaries;
  readonly password: string;
  /** "scratch" trades every safety for speed; its data are thrown away. */
  readonly durability: "safe" | "scratch";
};

export type RunningCluster = {
  readonly server: Server;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

// LC_CTYPE must know letters: under "C" pg_trgm takes everything beyond ASCII for punctuation and finds nothing.
// The order of text is the built-in C.UTF-8, the same on every machine and after every upgrade of its libraries.
const localeFlags = (characters: string) => [
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--lc-collate=C",
  "--lc-messages=C",
  "--lc-monetary=C",
  "--lc-numeric=C",
  "--lc-time=C",
  `--lc-ctype=${characters}`,
];

const identity = (account: Account | null) => (account ? { uid: account.uid, gid: account.gid } : {});

// Not ours wholesale: PG* variables of the person's shell must not reach this server.
const environment = {
  PATH: process.env["PATH"] ?? "",
  LC_ALL: "C",
  TZ: "UTC",
} as unknown as NodeJS.ProcessEnv;

export const isInitialised = (folder: string): boolean => existsSync(join(folder, "PG_VERSION"));

export function initialise(cluster: Cluster): void {
  const { folder, account } = cluster;
  const scratch = mkdtempSync(join(tmpdir(), "assay-init-"));
  const passwordFile = join(scratch, "password");
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (account) for (const path of [scratch, passwordFile]) chownSync(path, account.uid, account.gid);
  const attempts = ["C.UTF-8", "en_US.UTF-8", "C"].map((characters) => () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    if (account) chownSync(folder, account.uid, account.gid);
    return spawnSync(
      cluster.binaries.initdb,
      [
        `--pgdata=${folder}`,
        `--username=${ownerRole}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--no-instructions",
        ...(cluster.durability === "scratch" ? ["--no-sync"] : ["--data-checksums"]),
        ...localeFlags(characters),
      ],
      { ...identity(account), env: environment, cwd: "/", encoding: "utf8" },
    );
  });
  try {
    let said = "";
    for (const attempt of attempts) {
      const { status, stderr, error } = attempt();
      if (status === 0) return;
      said = (error?.message ?? stderr).trim();
      // Only a locale that this system lacks is worth another try.
      if (!said.includes("locale")) break;
    }
    rmSync(folder, { recursive: true, force: true });
    throw new Complaint(`PostgreSQL could not be set up in ${folder}:\n${said}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Ends a PostgreSQL that a killed process of ours left on this folder, or clears the note of one that is long gone. */
export async function clearLeftovers(folder: string): Promise<void> {
  const note = join(folder, "postmaster.pid");
  if (!existsSync(note)) return;
  const pid = Number.parseInt(readFileSync(note, "utf8"), 10);
  const ours = Number.isInteger(pid) && isLiving(pid) && commandOf(pid).includes(folder);
  if (ours) {
    if (await endProcess(pid, "SIGINT", 20_000)) return;
    if (await endProcess(pid, "SIGQUIT", 10_000)) return;
    throw new Complaint(`A PostgreSQL (process ${pid}) still holds ${folder} and does not stop.`);
  }
  // After a crash the number may belong to a stranger by now, and PostgreSQL would refuse to start because of it.
  rmSync(note, { force: true });
}

function flags(cluster: Cluster, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    max_connections: "100",
    timezone: "UTC",
    log_timezone: "UTC",
    logging_collector: "off",
    ...(cluster.durability === "safe"
      ? { fsync: "on", full_page_writes: "on", synchronous_commit: "on" }
      : { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_wal_size: "4GB" }),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", cluster.folder, "-p", String(port), ...options];
}

async function launch(cluster: Cluster): Promise<RunningCluster | null> {
  const port = await randomFreePort("127.0.0.1");
  const log = openSync(cluster.logFile, "a", 0o600);
  // Its own process group: Ctrl-C in the terminal must not stop the database before the server that uses it.
  const child = spawn(cluster.binaries.postgres, flags(cluster, port), {
    ...identity(cluster.account),
    env: environment,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let failure: Error | null = null;
  child.once("error", (error) => (failure = error));
  const { pid } = child;
  if (pid === undefined) {
    await pause(10);
    throw new Complaint(`PostgreSQL could not be started: ${String(failure)}`);
  }
  const exited = new Promise<void>((resolve) =>
    child.once("exit", () => {
      resolve();
    }),
  );
  const server: Server = { host: "127.0.0.1", port, password: cluster.password };
  // Recovery after a power cut may take minutes; as long as the process lives there is reason to wait.
  while (child.exitCode === null && child.signalCode === null) {
    if (await canConnect(server)) return { server, pid, stop: () => stop(pid, exited) };
    await pause(25);
  }
  return null;
}

async function stop(pid: number, exited: Promise<void>): Promise<void> {
  // SIGINT is PostgreSQL's "fast" shutdown: connections are ended, everything committed is kept.
  if (await endProcess(pid, "SIGINT", 20_000)) return;
  await endProcess(pid, "SIGQUIT", 10_000);
  await exited;
}

export async function startCluster(cluster: Cluster): Promise<RunningCluster> {
  await clearLeftovers(cluster.folder);
  // Again when the port was taken meanwhile, or backends of a killed server have not noticed yet.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const running = await launch(cluster);
    if (running) return running;
    await pause(300);
  }
  const lastWords = readFileSync(cluster.logFile, "utf8").trim().split("\n").slice(-12).join("\n");
  throw new Complaint(`PostgreSQL does not start. Its log (${cluster.logFile}) ends with:\n${lastWords}`);
}
