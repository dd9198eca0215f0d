import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Complaint } from "../process/complaint";
import { commandOf, isLiving } from "../process/living";
import { makeDataFolder } from "./embedded";

/** Whether that process is one of this project's scripts, and not a stranger who was given the same number later. */
export function isOurs(pid: number): boolean {
  return Number.isInteger(pid) && isLiving(pid) && /scripts[/\\][a-z-]+\.ts/.test(commandOf(pid));
}

function tryTake(path: string): boolean {
  try {
    const file = openSync(path, "wx", 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

export class FolderTaken extends Complaint {
  readonly holder: number;

  constructor(dataFolder: string, holder: number) {
    super(`Another Assay process (${holder}) is using ${dataFolder}.`);
    this.holder = holder;
  }
}

/** One process at a time may start the embedded database. Answers the function that gives the folder back. */
export function takeFolder(dataFolder: string): () => void {
  makeDataFolder(dataFolder);
  const path = join(dataFolder, "lock");
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (tryTake(path)) {
      return () => {
        rmSync(path, { force: true });
      };
    }
    const holder = Number.parseInt(readFileSync(path, "utf8"), 10);
    if (holder !== process.pid && isOurs(holder)) throw new FolderTaken(dataFolder, holder);
    // Left by a process that was killed; in a container that starts again, by one that had this one's number.
    rmSync(path, { force: true });
  }
  throw new Complaint(`${path} could not be taken.`);
}
