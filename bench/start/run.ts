import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { timingOf } from "../filled-desk";
import { startAlone } from "../program";
import type { Tell } from "../results";
import { randomFreePort } from "../../scripts/process/ports";
import { projectRoot } from "../../scripts/process/project";

const starts = 5;
const goalMs = 2_000;
const patienceMs = 120_000;

/**
 * How long `npm start` takes on a database that exists and a build that is fresh, until it says that it is ready; beside
 * `next start` alone, on a database that runs already, until it answers.
 */
export async function runStartBench(tell: Tell): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-start-"));
  // PostgreSQL may run as another account, which has to come through to its own folder.
  chmodSync(folder, 0o755);
  try {
    // The first makes the database, the demo desk and the build.
    await startOnce(folder);
    const whole: number[] = [];
    const alone: number[] = [];
    for (let start = 0; start < starts; start += 1) {
      process.stderr.write(`  start: ${start + 1} of ${starts}\n`);
      whole.push(await startOnce(folder));
      alone.push(await startAlone());
    }
    const [ours, next] = [timingOf(whole).p50, timingOf(alone).p50];
    tell({
      what: "start on an existing database",
      against: `next start alone: ${(next / 1_000).toFixed(2)} s`,
      measured: `${(ours / 1_000).toFixed(2)} s`,
      ratio: ours / next,
      goal: `at most ${goalMs / 1_000} s more`,
      isMet: ours - next <= goalMs,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the command to the words that it is ready; then it is stopped as by Ctrl-C. */
async function startOnce(folder: string): Promise<number> {
  const port = await randomFreePort("127.0.0.1");
  const began = performance.now();
  const child = spawn(process.execPath, [join("scripts", "start.mjs")], {
    cwd: projectRoot,
    env: { ...process.env, ASSAY_DATA: folder, PORT: String(port), DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  try {
    return await new Promise<number>((resolve, reject) => {
      let said = "";
      const tooLate = setTimeout(() => {
        reject(new Error(`It does not become ready: ${said}`));
      }, patienceMs);
      const hear = (piece: Buffer) => {
        said += piece.toString("utf8");
        if (!said.includes("Assay is ready at")) return;
        clearTimeout(tooLate);
        resolve(performance.now() - began);
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("exit", () => {
        reject(new Error(`It ended: ${said}`));
      });
    });
  } finally {
    child.kill("SIGINT");
    await ended;
  }
}
