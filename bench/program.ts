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

/**
 * The built program with a desk in it, on a database of its own; all of it ends with `run`. How often somebody may ask is
 * not limited here, because it is not what is measured.
 */
export async function onProgram(run: (program: Program) => Promise<void>): Promise<void> {
  const { signal } = new AbortController();
  const undo: (() => Promise<unknown>)[] = [];
  try {
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
    const address = localAddress(settings);
    const began = performance.now();
    await serve({ host: settings.host, port, address, env, signal, quiet: true }, (server) => {
      undo.push(server.stop);
    });
    const startedInMs = performance.now() - began;
    // The server's modules read the settings when they are first used.
    Object.assign(process.env, {
      DATABASE_URL: secrets.databaseUrl,
      ASSAY_URL: origin,
      ASSAY_SECRET: secrets.assaySecret,
    });
    const { createDesk } = await import("../seeds/factories");
    const { db } = await import("../lib/server/db/client");
    undo.push(() => db().$disconnect());
    const desk = await createDesk("Bench desk");
    await run({ desk, origin, databaseUrl: database.appUrl, ownerUrl: database.ownerUrl, startedInMs });
  } finally {
    for (const end of undo.reverse()) await end();
  }
}
