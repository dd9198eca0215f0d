import { readRunning, forgetRunning } from "../database/running";
import { commandOf, endProcess } from "../process/living";

/** Ends a server that a killed start left behind. The caller holds the folder, so whoever noted it is gone. */
export async function endStrayServer(dataFolder: string): Promise<void> {
  const pid = readRunning(dataFolder)?.serverPid;
  if (typeof pid === "number" && pid > 1 && /\bnext\b/.test(commandOf(pid))) {
    if (!(await endProcess(pid, "SIGTERM", 5_000))) await endProcess(pid, "SIGKILL", 5_000);
  }
  forgetRunning(dataFolder);
}
