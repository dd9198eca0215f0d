import { appRole } from "../scripts/database/connection";
import { openScratch } from "../scripts/database/embedded";
import { applyMigrations } from "../scripts/migrations/apply";
import { randomFreePort } from "../scripts/process/ports";
import { keepBuildFresh } from "../scripts/start/build";
import { serverEnvironment } from "../scripts/start/environment";
import { serve } from "../scripts/start/server";
import { localAddress, type Settings } from "../scripts/start/settings";
import type { Desk } from "../seeds/factories";

/** A build of its own, so that an Assay that runs from .next beside the measurement is not disturbed. */
const dist = ".next-bench";

export type Program = {
  readonly desk: Desk;
  readonly origin: string;
  /** As the program's own role, and as the database's owner. */
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  /** Milliseconds from its start until it answered. */
  readonly startedInMs: number;
};

type Undo = (() => Promise<unknown>)[];

/**
 * The built program with a desk in it, on a database of its own; all of it ends with `run`. How often somebody may ask is
 * not limited here, because it is not what is measured. Once a process: what the server's modules read of the settings
 * they keep.
 */
export async function onProgram(run: (program: Program) => Promise<void>): Promise<void> {
  await untilUndone(async (undo) => {
    const { env, ...program } = await start(undo);
    // The server's modules read the settings when they are first used.
    const { DATABASE_URL, ASSAY_URL, ASSAY_SECRET } = env;
    Object.assign(process.env, { DATABASE_URL, ASSAY_URL, ASSAY_SECRET });
    const { createDesk } = await import("../seeds/factories");
    const { db } = await import("../lib/server/db/client");
    undo.push(() => db().$disconnect());
    await run({ desk: await createDesk("Bench desk"), ...program });
  });
}

/** Milliseconds from the start of the built program alone, on a database that runs already, until it answers. */
export function startAlone(): Promise<number> {
  return untilUndone(async (undo) => (await start(undo)).startedInMs);
}

async function untilUndone<T>(run: (undo: Undo) => Promise<T>): Promise<T> {
  const undo: Undo = [];
  try {
    return await run(undo);
  } finally {
    for (const end of undo.reverse()) await end();
  }
}

async function start(undo: Undo): Promise<Omit<Program, "desk"> & { readonly env: NodeJS.ProcessEnv }> {
  const { signal } = new AbortController();
  await keepBuildFresh(dist, signal);
  const database = await openScratch();
  undo.push(database.stop);
  await applyMigrations(database.ownerUrl, appRole);
  const port = await randomFreePort("127.0.0.1");
  const origin = `http://127.0.0.1:${port}`;
  const settings: Settings = {
    host: "127.0.0.1",
    port,
    origin,
    databaseUrl: null,
    secret: null,
    demo: false,
  };
  const secrets = {
    databaseUrl: database.appUrl,
    assaySecret: database.secrets.assaySecret,
    demoPassword: null,
  };
  const env = { ...serverEnvironment(settings, secrets), ASSAY_DIST: dist, ASSAY_RATE_LIMIT: "0" };
  const began = performance.now();
  const address = localAddress(settings);
  await serve({ host: settings.host, port, address, env, signal, quiet: true }, (server) => {
    undo.push(server.stop);
  });
  const startedInMs = performance.now() - began;
  return { origin, databaseUrl: database.appUrl, ownerUrl: database.ownerUrl, startedInMs, env };
}
