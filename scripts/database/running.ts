import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isOurs } from "./folder-lock";

/** What a running `npm start` tells the command line tools. Its file is readable by its owner only: it has passwords. */
export type Running = {
  readonly pid: number;
  readonly address: string;
  readonly port: number;
  readonly serverPid: number | null;
  readonly databaseUrl: string;
  /** Null when the database is somebody else's (DATABASE_URL). */
  readonly ownerUrl: string | null;
};

const fileIn = (dataFolder: string): string => join(dataFolder, "running.json");

export function readRunning(dataFolder: string): Running | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataFolder), "utf8")) as Running;
  } catch {
    return null;
  }
}

/** The instance that runs on this data folder now, if one does. */
export function findRunning(dataFolder: string): Running | null {
  const noted = readRunning(dataFolder);
  return noted && isOurs(noted.pid) ? noted : null;
}

export function noteRunning(dataFolder: string, running: Running): void {
  const path = fileIn(dataFolder);
  writeFileSync(`${path}.new`, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function forgetRunning(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}
