import "server-only";
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { Refusal } from "@/lib/core/shared/refusal";
import type { ReadableKind, ReadingAnswer, ReadingMessage, ReadingTask } from "./reading-task";

type ReadingLimits = {
  /** From the moment that the process has loaded what it needs. */
  readonly readMs: number;
  readonly startMs: number;
};

const ordinary: ReadingLimits = { readMs: 5_000, startMs: 30_000 };

/** So many files are read at once in this server process; others wait for their turn. */
const atOnce = 2;
const longestQueue = 20;

let running = 0;
const queue: (() => void)[] = [];

/**
 * Reads a file in a process of its own, which is killed when it takes more than five seconds or 256 MB: whatever the
 * file is made to do, it happens there, and nobody else's work waits for it.
 * @throws Refusal too_many when many files wait to be read
 */
export async function readFile(task: ReadingTask, limits: ReadingLimits = ordinary): Promise<ReadingAnswer> {
  await takeTurn();
  try {
    return await readApart(task, limits);
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

async function takeTurn(): Promise<void> {
  if (running >= atOnce) {
    if (queue.length >= longestQueue) {
      throw new Refusal("too_many", "Many files are being read at the moment. Try again in a minute.");
    }
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  running += 1;
}

function readApart(task: ReadingTask, { readMs, startMs }: ReadingLimits): Promise<ReadingAnswer> {
  const child = startReader(task.kind);
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => child.kill("SIGKILL"), startMs);
    let isReading = false;
    let isSlow = false;
    let answer: ReadingAnswer | null = null;
    child.on("message", (message: ReadingMessage) => {
      if (message.type === "answer") {
        answer = message.answer;
        return;
      }
      isReading = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        isSlow = true;
        child.kill("SIGKILL");
      }, readMs);
      // A process that died of the file is heard of when it exits.
      child.send(task, () => undefined);
    });
    child.once("error", reject);
    child.once("exit", () => {
      clearTimeout(timer);
      if (answer) resolve(answer);
      else if (isReading) resolve({ outcome: "failed", reason: isSlow ? "slow" : "memory" });
      else reject(new Error("The process that reads files does not start"));
    });
  });
}

/** A process that knows nothing: no settings, no open files; its heap is bounded, and it watches the rest itself. */
function startReader(kind: ReadableKind): ChildProcess {
  const program = join(process.cwd(), "lib", "server", "reading", "child.ts");
  const flags = ["--max-old-space-size=256", "--conditions=react-server", "--import", "tsx", program, kind];
  return spawn(process.execPath, flags, {
    cwd: process.cwd(),
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
}
