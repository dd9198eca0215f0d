import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { Complaint } from "../process/complaint";
import { pause } from "../process/living";
import { memoryFlags } from "../process/memory";
import { endGroup } from "../process/program";
import { projectRoot } from "../process/project";
import { nextProgram } from "./build";

export type ServerOptions = {
  readonly host: string;
  readonly port: number;
  /** Where to ask for /api/ready. */
  readonly address: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Keep what the server says instead of passing it on to the terminal. */
  readonly quiet?: boolean;
};

export type RunningServer = {
  readonly pid: number;
  /** Resolves when the server has ended, wanted or not. */
  readonly ended: Promise<void>;
  readonly output: () => string;
  readonly stop: () => Promise<void>;
};

// The program finishes the requests that it has and closes its live feeds; nothing that is being saved is cut off.
const graceMs = 30_000;

const followParent = join(projectRoot, "scripts", "start", "follow-parent.mjs");

function keepOutput(child: ChildProcess): { output: () => string; passOn: () => void } {
  let kept = "";
  let open = false;
  const hear = (chunk: Buffer) => {
    // Next's own greeting names addresses and is dropped; after it everything is passed on.
    if (open) process.stdout.write(chunk);
    kept = `${kept}${chunk.toString("utf8")}`.slice(-20_000);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const passOn = () => {
    open = true;
  };
  return { output: () => kept, passOn };
}

async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/api/ready`, { signal: AbortSignal.timeout(10_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

const patienceMs = 120_000;

/** Starts the built program and waits until it can serve. `started` hears of it before it is ready. */
export async function serve(
  options: ServerOptions,
  started: (server: RunningServer) => void = () => undefined,
): Promise<RunningServer> {
  const flags = [
    ...memoryFlags,
    "--import",
    followParent,
    nextProgram,
    "start",
    "-H",
    options.host,
    "-p",
    String(options.port),
  ];
  const child = spawn(process.execPath, flags, {
    cwd: projectRoot,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Its own process group: Ctrl-C reaches us first, and we stop it before the database.
    detached: true,
  });
  const { output, passOn } = keepOutput(child);
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => {
      resolve();
    });
    child.once("exit", () => {
      resolve();
    });
  });
  const server: RunningServer = { pid: child.pid ?? -1, ended, output, stop: () => endGroup(child, graceMs) };
  started(server);
  for (const until = Date.now() + patienceMs; Date.now() < until;) {
    await pause(50);
    options.signal.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await isReady(options.address)) {
      if (!options.quiet) passOn();
      return server;
    }
  }
  await server.stop();
  throw new Complaint(`The server does not become ready. It said:\n${output().trim()}`);
}
