import { chromium, type Browser, type Page } from "@playwright/test";
import { appRole } from "../../scripts/database/connection";
import { openScratch } from "../../scripts/database/embedded";
import { provideChromium } from "../../scripts/chromium";
import { applyMigrations } from "../../scripts/migrations/apply";
import { randomFreePort } from "../../scripts/process/ports";
import { keepBuildFresh } from "../../scripts/start/build";
import { serverEnvironment } from "../../scripts/start/environment";
import { serve } from "../../scripts/start/server";
import { localAddress, type Settings } from "../../scripts/start/settings";
import { patienceMs } from "./opening";
import type { Desk, Person } from "../../seeds/factories";

/** A build of its own, so that an Assay that runs from .next beside the measurement is not disturbed. */
const dist = ".next-bench";

export type Stage = {
  readonly desk: Desk;
  readonly origin: string;
  /** A browser window of somebody's own, signed in, with an empty cache. */
  readonly visit: (person: Person) => Promise<Page>;
};

/** The built program with a desk in it and a browser before it; all of it ends with `run`. */
export async function onStage(run: (stage: Stage) => Promise<void>): Promise<void> {
  const { signal } = new AbortController();
  const undo: (() => Promise<unknown>)[] = [];
  try {
    await keepBuildFresh(dist, signal);
    const executablePath = await provideChromium((text) => {
      console.log(text);
    }, signal);
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
    const env = { ...serverEnvironment(settings, secrets), ASSAY_DIST: dist };
    const address = localAddress(settings);
    await serve({ host: settings.host, port, address, env, signal, quiet: true }, (server) => {
      undo.push(server.stop);
    });
    // The server's modules read the settings when they are first used.
    Object.assign(process.env, {
      DATABASE_URL: secrets.databaseUrl,
      ASSAY_URL: origin,
      ASSAY_SECRET: secrets.assaySecret,
    });
    const { createDesk } = await import("../../seeds/factories");
    const { db } = await import("../../lib/server/db/client");
    undo.push(() => db().$disconnect());
    const browser = await chromium.launch({ executablePath, args: ["--enable-precise-memory-info"] });
    undo.push(() => browser.close());
    const desk = await createDesk("Bench desk");
    await run({ desk, origin, visit: (person) => visit(browser, origin, person) });
  } finally {
    for (const end of undo.reverse()) await end();
  }
}

async function visit(browser: Browser, origin: string, person: Person): Promise<Page> {
  const { testPassword } = await import("../../seeds/factories");
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  // The compiler marks functions with their names by a helper that a page does not have.
  await context.addInitScript({ content: "globalThis.__name = (made) => made" });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("E-mail").fill(person.actor.email);
  await page.getByLabel("Password").fill(testPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: `${person.actor.name}: menu` }).waitFor();
  return page;
}
