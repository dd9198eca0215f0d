import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Complaint } from "../process/complaint";

/** Whom PostgreSQL runs as. It refuses to run as root, so root lends it an account; null means "as ourselves". */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

function findAccount(name: string): Account | null {
  const ask = (flag: string) =>
    Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { name, uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}

const waysToCreate: readonly (readonly [string, readonly string[]])[] = [
  ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]],
  // BusyBox (Alpine) spells it differently.
  ["adduser", ["-S", "-D", "-H", "postgres"]],
];

export function databaseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const existing = findAccount("postgres");
  if (existing) return existing;
  for (const [program, args] of waysToCreate) {
    try {
      execFileSync(program, args, { stdio: "ignore" });
    } catch {
      continue;
    }
    const created = findAccount("postgres");
    if (created) return created;
  }
  const nobody = findAccount("nobody");
  if (nobody) return nobody;
  throw new Complaint(
    "PostgreSQL does not run as root, and no account named postgres could be made for it.\n" +
      "Run this as an ordinary user, or create that account first (useradd --system postgres).",
  );
}

/** The first folder on the way to `path` that the account may not pass through, or null. */
export function firstClosedFolder(path: string, account: Account | null): string | null {
  if (!account) return null;
  const folders: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  for (const folder of folders) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (!found) return null;
    const bit = found.uid === account.uid ? 0o100 : found.gid === account.gid ? 0o010 : 0o001;
    if ((found.mode & bit) === 0) return folder;
  }
  return null;
}
