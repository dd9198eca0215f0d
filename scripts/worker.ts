import { live, type Lifetime } from "./process/lifetime";
import { settleForServer } from "./process/server-settings";

async function main(life: Lifetime): Promise<number> {
  settleForServer();
  const { startWorker } = await import("../lib/server/jobs/worker");
  const worker = await startWorker();
  life.atEnd(worker.stop);
  process.stdout.write("Doing background work. Stop with Ctrl-C; what is half done is taken up again.\n");
  await new Promise<void>((resolve) => {
    life.signal.addEventListener("abort", () => {
      resolve();
    });
  });
  return 0;
}

await live(main, 0);
