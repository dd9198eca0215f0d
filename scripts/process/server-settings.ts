import { findRunning } from "../database/running";
import { keepSecrets } from "../database/secrets";
import { Complaint } from "./complaint";
import { dataFolder } from "./project";

/** The settings of the server beside which this program works: given, or those of the embedded instance that runs here. */
export function settleForServer(): void {
  if (process.env["DATABASE_URL"]) return;
  const folder = dataFolder();
  const running = findRunning(folder);
  if (!running) {
    throw new Complaint(
      "Nothing runs here. Start the program first (npm start),\n" +
        "or give DATABASE_URL, ASSAY_URL and ASSAY_SECRET as the servers have them.",
    );
  }
  const { databaseUrl: DATABASE_URL, address: ASSAY_URL } = running;
  Object.assign(process.env, { DATABASE_URL, ASSAY_URL, ASSAY_SECRET: keepSecrets(folder).assaySecret });
}
