import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { screenLists } from "../screen-lists";

const { ASSAY_PICTURES: folder = "screenshots" } = process.env;
const desktop = { width: 1280, height: 860 };
/** A4 with its margins, in CSS pixels. */
const paper = { width: 718, height: 1016 };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

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

for (const { name: list, screens, stage, visitor, troubles } of screenLists) {
  for (const on of ["desktop", "phone"] as const) {
    test(`screens ${list}, ${on}`, async ({ visit, guard }) => {
      for (const trouble of troubles) guard.expect(trouble);
      const desk = await stage();
      const options = on === "phone" ? phone : { viewport: desktop };
      const page = await visit(desk[visitor], { ...options, reducedMotion: "reduce" });
      for (const { name, show } of screens(desk)) {
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
