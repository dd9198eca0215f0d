import "server-only";
import { env } from "../env";
import { startWorker, type Worker } from "./worker";

const retryMs = 2_000;

const held = globalThis as unknown as { assayWorker?: Promise<Worker> };

/** Does jobs in the server's own process, unless worker processes do them (ASSAY_JOBS=elsewhere). Returns at once. */
export function beginBackgroundWork(): void {
  if (env().ASSAY_JOBS === "elsewhere" || held.assayWorker) return;
  held.assayWorker = startWhenPossible();
  process.once("SIGTERM", () => void held.assayWorker?.then((worker) => worker.stop()));
}

/** A database that is not there yet is no reason for a server to fall: it answers that it is not ready, and waits. */
async function startWhenPossible(): Promise<Worker> {
  for (;;) {
    try {
      return await startWorker();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
    }
  }
}
