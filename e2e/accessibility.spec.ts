import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { screenLists } from "./screen-lists";

// Many screens one after the other.
test.describe.configure({ timeout: 400_000 });
test.use({ trace: "off" });

const desktop = { width: 1280, height: 860 };
/** Half of a desktop's window: what is left of it at 200 %. And the narrowest that WCAG asks for (1.4.10). */
const narrow = [640, 390, 320] as const;

for (const { name: list, screens, stage, visitor, troubles } of screenLists) {
  test(`axe finds nothing, in light and dark, and nothing is pushed sideways: screens ${list}`, async ({
    visit,
    guard,
  }) => {
    for (const trouble of troubles) guard.expect(trouble);
    const desk = await stage();
    const page = await visit(desk[visitor], { viewport: desktop, reducedMotion: "reduce" });
    for (const { name, show } of screens(desk)) {
      await test.step(name, async () => {
        await show(page);
        expect.soft(await findings(page), name).toEqual([]);
        await page.emulateMedia({ colorScheme: "dark" });
        // The rest of what axe looks at is the same in the dark.
        expect.soft(await findings(page, ["color-contrast"]), `${name}, dark`).toEqual([]);
        await page.emulateMedia({ colorScheme: "light" });
        expect.soft(await moving(page), `${name}, for whom wants no motion`).toEqual([]);
        for (const width of narrow) expect.soft(await widthAt(page, width), name).toBe(width);
        await page.setViewportSize(desktop);
      });
    }
  });
}

/** What axe finds on the page as it is painted, at any impact; rules for WCAG 2.2's size of targets are not among those that it runs by itself. */
async function findings(page: Page, only?: string[]): Promise<readonly string[]> {
  await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    // A colour that changes passes through others, however short that is.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const axe = new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } });
  if (only) axe.withRules(only);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, impact, help, nodes }) =>
      `${impact ?? "?"} ${id}: ${help} — ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`,
  );
}

/** What moves on the page for longer than an eye can see. */
async function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0) > 10)
      .map(
        (animation) => (animation.effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 200) ?? "?",
      ),
  );
}

/** How wide the page is in a window of that width. */
async function widthAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => document.documentElement.scrollWidth);
}
