import { findRunning } from "./database/running";
import { keepSecrets } from "./database/secrets";
import { Complaint } from "./process/complaint";
import { live, type Lifetime } from "./process/lifetime";
import { dataFolder } from "./process/project";

/** The settings of the server whose work is to be done: given, or those of the embedded instance that runs here. */
function settle(): void {
  if (process.env["DATABASE_URL"]) return;
  const folder = dataFolder();
  const running = findRunning(folder);
  if (!running) {
    throw new Complaint(
      "There is no work to do: nothing runs here. Start the program first (ASSAY_JOBS=elsewhere npm start),\n" +
        "or give DATABASE_URL, ASSAY_URL and ASSAY_SECRET as the servers have them.",
    );
  }
  const { databaseUrl: DATABASE_URL, address: ASSAY_URL } = running;
  Object.assign(process.env, { DATABASE_URL, ASSAY_URL, ASSAY_SECRET: keepSecrets(folder).assaySecret });
}

async function main(life: Lifetime): Promise<number> {
  settle();
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
