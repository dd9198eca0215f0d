import { spawn, type ChildProcess } from "node:child_process";
import { endProcess } from "./living";
import { projectRoot } from "./project";

export type Outcome = { readonly code: number; readonly output: string };

export type ProgramOptions = {
  readonly env?: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Called with each piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
};

/** Runs a program of ours with Node to its end and keeps what it said. Its whole process group ends with `signal`. */
export function runProgram(args: readonly string[], options: ProgramOptions): Promise<Outcome> {
  options.signal.throwIfAborted();
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: options.env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that its workers end with it and Ctrl-C finds us tidying, not racing.
    detached: true,
  });
  let output = "";
  const hear = (chunk: Buffer) => {
    output += chunk.toString("utf8");
    options.onOutput?.(chunk.toString("utf8"));
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const abort = () => void endGroup(child);
  options.signal.addEventListener("abort", abort, { once: true });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      options.signal.removeEventListener("abort", abort);
      if (options.signal.aborted) reject(options.signal.reason as Error);
      else resolve({ code: code ?? 1, output });
    });
  });
}

/** Asks the whole process group to end, and makes it end when it has not done so in time. */
export async function endGroup(child: ChildProcess, patienceMs = 5_000): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const group = process.platform === "win32" ? pid : -pid;
  if (await endProcess(group, "SIGTERM", patienceMs)) return;
  await endProcess(group, "SIGKILL", 5_000);
}
