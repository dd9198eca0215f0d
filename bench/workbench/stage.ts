import { chromium, type Browser, type Page } from "@playwright/test";
import { provideChromium } from "../../scripts/chromium";
import { onProgram } from "../program";
import { patienceMs } from "./opening";
import type { Desk, Person } from "../../seeds/factories";

export type Stage = {
  readonly desk: Desk;
  readonly origin: string;
  /** A browser window of somebody's own, signed in, with an empty cache. */
  readonly visit: (person: Person) => Promise<Page>;
};

/** The built program with a desk in it and a browser before it; all of it ends with `run`. */
export async function onStage(run: (stage: Stage) => Promise<void>): Promise<void> {
  const executablePath = await provideChromium((text) => {
    console.log(text);
  }, new AbortController().signal);
  await onProgram(async ({ desk, origin }) => {
    const browser = await chromium.launch({ executablePath, args: ["--enable-precise-memory-info"] });
    try {
      await run({ desk, origin, visit: (person) => visit(browser, origin, person) });
    } finally {
      await browser.close();
    }
  });
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
