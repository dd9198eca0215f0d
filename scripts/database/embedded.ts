import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Complaint } from "../process/complaint";
import { isLiving } from "../process/living";
import { databaseAccount, firstClosedFolder, type Account } from "./account";
import { findBinaries, sharedFolder } from "./binaries";
import { clearLeftovers, initialise, isInitialised, startCluster, type Cluster } from "./cluster";
import { appRole, databaseName, urlOf, type Server } from "./connection";
import { dropHalfSeeded } from "./half-seeded";
import { prepareRoles } from "./roles";
import { createSecrets, keepSecrets, type Secrets } from "./secrets";

export type EmbeddedDatabase = {
  readonly server: Server;
  /** For migrations: owns everything. */
  readonly ownerUrl: string;
  /** For the server: reads and writes rows. */
  readonly appUrl: string;
  readonly secrets: Secrets;
  readonly stop: () => Promise<void>;
};

export function makeDataFolder(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  // Root must let the database account pass through, whatever the umask says; secrets have modes of their own.
  chmodSync(path, process.getuid?.() === 0 ? 0o755 : 0o700);
}

function placeForData(dataFolder: string, account: Account | null): string {
  const wanted = join(dataFolder, "postgres");
  const closed = firstClosedFolder(dataFolder, account);
  if (!closed || !account) return wanted;
  if (process.env["ASSAY_DATA"]) {
    throw new Complaint(
      `PostgreSQL runs as the account "${account.name}", which may not enter ${closed}.\n` +
        `Open that folder (chmod a+x ${closed}) or choose another one: ASSAY_DATA=/srv/assay npm start`,
    );
  }
  // A project in /root is common in containers: the database then lives where its account can reach it.
  const mark = createHash("sha256").update(dataFolder).digest("hex").slice(0, 12);
  const parent = join(sharedFolder, mark);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  return join(parent, "postgres");
}

async function open(
  cluster: Cluster,
  secrets: Secrets,
  beforeUse: (maintenanceUrl: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<EmbeddedDatabase> {
  if (!isInitialised(cluster.folder)) initialise(cluster);
  const running = await startCluster(cluster);
  try {
    await beforeUse(urlOf(running.server, "postgres"));
    await prepareRoles(urlOf(running.server, "postgres"), secrets.appPassword);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return {
    server: running.server,
    ownerUrl: urlOf(running.server, databaseName),
    appUrl: urlOf(running.server, databaseName, appRole, secrets.appPassword),
    secrets,
    stop: running.stop,
  };
}

const tooLongLog = 5_000_000;

/** The database of this installation. The caller holds the data folder's lock. */
export async function openEmbedded(dataFolder: string): Promise<EmbeddedDatabase> {
  makeDataFolder(dataFolder);
  const account = databaseAccount();
  const folder = placeForData(dataFolder, account);
  if (isInitialised(folder) && !existsSync(join(dataFolder, "secrets.json"))) {
    throw new Complaint(
      `${join(dataFolder, "secrets.json")} is gone, and with it the passwords of the database in ${folder}.\n` +
        "Bring it back from a backup; or, to begin anew and lose what was written, delete that folder too.",
    );
  }
  const logFile = join(dataFolder, "postgres.log");
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > tooLongLog) truncateSync(logFile);
  const secrets = keepSecrets(dataFolder);
  const binaries = findBinaries(account);
  return open(
    { folder, logFile, account, binaries, password: secrets.ownerPassword, durability: "safe" },
    secrets,
    (maintenanceUrl) => dropHalfSeeded(dataFolder, maintenanceUrl),
  );
}

const scratchPrefix = "assay-scratch-";

/** Ends and deletes the scratch databases of processes that were killed before they could do it themselves. */
async function sweepScratch(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(scratchPrefix))) {
    const parent = join(tmpdir(), name);
    try {
      const owner = Number.parseInt(readFileSync(join(parent, "owner"), "utf8"), 10);
      if (!Number.isInteger(owner) || isLiving(owner)) continue;
      await clearLeftovers(join(parent, "postgres"));
      rmSync(parent, { recursive: true, force: true });
    } catch {
      // Somebody else's, or just being made or deleted: not ours to touch.
    }
  }
}

/** A database that nobody will miss: for tests and checks. `stop` deletes it. */
export async function openScratch(): Promise<EmbeddedDatabase> {
  const account = databaseAccount();
  await sweepScratch();
  const parent = mkdtempSync(join(tmpdir(), scratchPrefix));
  chmodSync(parent, 0o755);
  writeFileSync(join(parent, "owner"), String(process.pid));
  const secrets = createSecrets();
  const discard = () => {
    rmSync(parent, { recursive: true, force: true });
  };
  try {
    const database = await open(
      {
        folder: join(parent, "postgres"),
        logFile: join(parent, "postgres.log"),
        account,
        binaries: findBinaries(account),
        password: secrets.ownerPassword,
        durability: "scratch",
      },
      secrets,
    );
    return {
      ...database,
      stop: async () => {
        await database.stop();
        discard();
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
}
