import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createDesk, type Desk } from "@/seeds/factories";
import { farScreensOf } from "../far-screens";
import { expect, test } from "../fixtures";
import { createBusyDesk, screensOf, workbenchScreensOf, type Screen } from "../screens";
import { emptyScreensOf, troubledScreensOf, wordyScreensOf } from "../states";

const { ASSAY_PICTURES: folder = "screenshots" } = process.env;
const desktop = { width: 1280, height: 860 };
/** A4 with its margins, in CSS pixels. */
const paper = { width: 718, height: 1016 };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const lists: Readonly<Record<string, (desk: Desk) => readonly Screen[]>> = {
  around: screensOf,
  far: farScreensOf,
  workbench: workbenchScreensOf,
  empty: emptyScreensOf,
  wordy: wordyScreensOf,
  troubled: troubledScreensOf,
};

async function take(page: Page, name: string, look: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll(/[^a-z0-9]+/g, "-")}.${look}.png`);
  await page.screenshot({ path, fullPage: true, animations: "disabled", caret: "hide" });
}

async function takeOnDesktop(page: Page, name: string): Promise<void> {
  await page.setViewportSize(desktop);
  await take(page, name, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await take(page, name, "dark");
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  await page.setViewportSize(paper);
  await take(page, name, "print");
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(desktop);
}

for (const [list, screensFor] of Object.entries(lists)) {
  for (const on of ["desktop", "phone"] as const) {
    test(`${list}, ${on}`, async ({ visit, guard }) => {
      for (const trouble of ["offline", 404, 412, 500] as const) guard.expect(trouble);
      const desk = list === "empty" ? await createDesk("New desk") : await createBusyDesk();
      const options = on === "phone" ? phone : { viewport: desktop };
      const page = await visit(desk.editor, { ...options, reducedMotion: "reduce" });
      for (const { name, show } of screensFor(desk)) {
        await test.step(name, async () => {
          await expect.soft(show(page), name).resolves.toBeUndefined();
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          if (on === "phone") await take(page, name, "phone");
          else await takeOnDesktop(page, name);
        });
      }
    });
  }
}
