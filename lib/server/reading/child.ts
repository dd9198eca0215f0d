import "server-only";
import { Worker } from "node:worker_threads";
import { loadReader } from "./readers/read";
import { readableKinds, type ReadingMessage, type ReadingTask } from "./reading-task";

// The program of the reading process: one file, one answer, gone. It has no secrets and no database.

/** On top of what the program and its libraries take before it has seen the file. */
const bytesMore = 256 * 2 ** 20;

/** A thread that ends the process when it has grown too large: the one that reads is too busy to notice. */
function watchMemory(): void {
  const limit = process.memoryUsage.rss() + bytesMore;
  const program = `setInterval(() => {
    if (process.memoryUsage.rss() > ${limit}) process.kill(process.pid, "SIGKILL");
  }, 20)`;
  new Worker(program, { eval: true, execArgv: [] }).unref();
}

function say(message: ReadingMessage): void {
  process.send?.(message);
}

async function main(): Promise<void> {
  const kind = readableKinds.find((name) => name === process.argv[2]);
  if (!kind) throw new Error("Name the kind of file that is to be read");
  const read = await loadReader(kind);
  process.once("message", (task: ReadingTask) => {
    void read(task).then((answer) => {
      say({ type: "answer", answer });
      process.disconnect();
    });
  });
  watchMemory();
  say({ type: "ready" });
}

// Whoever asked is gone: so is the use of an answer.
process.once("disconnect", () => {
  process.exit();
});
await main();
