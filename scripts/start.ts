import { appRole } from "./database/connection";
import { checkDatabase } from "./database/durability";
import { openEmbedded } from "./database/embedded";
import { FolderTaken, takeFolder } from "./database/folder-lock";
import { findRunning, forgetRunning, noteRunning } from "./database/running";
import { givenTarget, requireConnection, type MigrationTarget } from "./database/target";
import { applyMigrations } from "./migrations/apply";
import { keepClientFresh } from "./migrations/client";
import { Complaint } from "./process/complaint";
import { live, type Lifetime } from "./process/lifetime";
import { dataFolder } from "./process/project";
import { secondsSince, step } from "./process/steps";
import { keepBuildFresh } from "./start/build";
import { findSetupLink, keepDemoDesk } from "./start/desk";
import { serverEnvironment, type ServerSecrets } from "./start/environment";
import { greet } from "./start/greeting";
import { endStrayServer } from "./start/stray";
import { serve, type RunningServer } from "./start/server";
import { localAddress, readSettings, type Settings } from "./start/settings";

type Database = { readonly target: MigrationTarget; readonly secrets: ServerSecrets };

function holdFolder(folder: string, life: Lifetime): void {
  try {
    life.atEnd(takeFolder(folder));
  } catch (error) {
    if (!(error instanceof FolderTaken)) throw error;
    const running = findRunning(folder);
    throw new Complaint(
      running
        ? `Assay already runs at ${running.address} (process ${running.pid}). Stop it there with Ctrl-C first,\n` +
            "or start a second one with data of its own: ASSAY_DATA=.assay/second npm start"
        : `Assay is just being started by process ${error.holder}, or one of its commands is at work. Nothing was done.`,
    );
  }
}

async function openDatabase(settings: Settings, folder: string, life: Lifetime): Promise<Database> {
  const { databaseUrl, secret } = settings;
  if (databaseUrl !== null) {
    const secrets = { databaseUrl, assaySecret: secret ?? "", demoPassword: null };
    const target = givenTarget(databaseUrl);
    await requireConnection("DATABASE_URL", databaseUrl);
    await requireConnection("DATABASE_OWNER_URL", target.ownerUrl);
    return { target, secrets };
  }
  const embedded = await openEmbedded(folder);
  life.atEnd(embedded.stop);
  return {
    target: { ownerUrl: embedded.ownerUrl, appRole },
    secrets: {
      databaseUrl: embedded.appUrl,
      assaySecret: secret ?? embedded.secrets.assaySecret,
      demoPassword: settings.demo ? embedded.secrets.demoPassword : null,
    },
  };
}

async function prepareDatabase(settings: Settings, folder: string, life: Lifetime): Promise<Database> {
  const database = await step("database", async (note) => {
    const opened = await openDatabase(settings, folder, life);
    note(settings.databaseUrl === null ? "embedded PostgreSQL" : "the one in DATABASE_URL");
    return opened;
  });
  life.check();
  await step("migrations", async (note) => {
    const applied = await applyMigrations(database.target.ownerUrl, database.target.appRole);
    note(applied.length === 0 ? "nothing new" : `${applied.length} applied`);
  });
  life.check();
  const warning = await checkDatabase(database.secrets.databaseUrl, database.target.ownerUrl);
  if (warning !== null) process.stderr.write(`${warning}\n`);
  return database;
}

async function startServer(
  settings: Settings,
  { target, secrets }: Database,
  folder: string,
  life: Lifetime,
): Promise<RunningServer> {
  const env = serverEnvironment(settings, secrets);
  const address = localAddress(settings);
  const { host, port, origin } = settings;
  const remember = (server: RunningServer) => {
    life.atEnd(async () => {
      await server.stop();
      forgetRunning(folder);
    });
    const ownerUrl = settings.databaseUrl === null ? target.ownerUrl : null;
    const { databaseUrl } = secrets;
    noteRunning(folder, {
      pid: process.pid,
      serverPid: server.pid,
      address: origin,
      port,
      databaseUrl,
      ownerUrl,
    });
  };
  return step("server", () => serve({ host, port, address, env, signal: life.signal }, remember));
}

async function main(life: Lifetime): Promise<number> {
  const start = performance.now();
  const folder = dataFolder();
  holdFolder(folder, life);
  await endStrayServer(folder);
  const settings = await readSettings(process.env);
  process.stdout.write("Assay\n");
  await step("client", (note) => {
    note(keepClientFresh() ? "generated" : "fresh");
  });
  const database = await prepareDatabase(settings, folder, life);
  const env = serverEnvironment(settings, database.secrets);
  await step("demo desk", async (note) => {
    note(
      (await keepDemoDesk(database.secrets, env, folder))
        ? "made"
        : settings.demo
          ? "there already"
          : "not here",
    );
  });
  life.check();
  await step("build", async (note) => {
    note((await keepBuildFresh(".next", life.signal)) ? "built" : "fresh");
  });
  const server = await startServer(settings, database, folder, life);
  const setupLink = await findSetupLink(database.secrets.databaseUrl, env);
  greet(settings, database.secrets.demoPassword, setupLink, secondsSince(start));
  const stopped = new Promise<void>((resolve) => {
    life.signal.addEventListener("abort", () => {
      resolve();
    });
  });
  await Promise.race([server.ended, stopped]);
  if (life.signal.aborted) {
    process.stdout.write("\nStopping …\n");
    return 0;
  }
  throw new Complaint(`The server ended by itself. Its last words:\n${server.output().trim().slice(-2000)}`);
}

await live(main, 0);
