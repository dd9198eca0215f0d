import AxeBuilder from "@axe-core/playwright";
import type { Page, TestInfo } from "@playwright/test";
import { expect, test } from "./fixtures";
import { createBusyDesk, screensOf, workbenchScreensOf, type Screen } from "./screens";

// Many screens one after the other.
test.describe.configure({ timeout: 400_000 });
test.use({ trace: "off" });

async function look(page: Page, screens: readonly Screen[], testInfo: TestInfo): Promise<void> {
  const lesser: string[] = [];
  for (const { name, show } of screens) {
    await test.step(name, async () => {
      await show(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const told = violations.map(({ id, impact, help, nodes }) => ({
        serious: impact === "serious" || impact === "critical",
        words: `${impact ?? "?"} ${id}: ${help} — ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`,
      }));
      const serious = told.filter((finding) => finding.serious).map(({ words }) => words);
      expect.soft(serious, name).toEqual([]);
      for (const finding of told) if (!finding.serious) lesser.push(`${name}: ${finding.words}`);
    });
  }
  await testInfo.attach("lesser findings", { body: lesser.join("\n"), contentType: "text/plain" });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing serious on any screen around the workbench, ${colorScheme}`, async ({
    visit,
    guard,
  }, testInfo) => {
    guard.expect(404);
    const desk = await createBusyDesk();
    const page = await visit(desk.editor, { colorScheme, reducedMotion: "reduce" });
    await look(page, screensOf(desk), testInfo);
  });

  test(`axe finds nothing serious at the workbench, whatever is open, ${colorScheme}`, async ({
    visit,
  }, testInfo) => {
    const desk = await createBusyDesk();
    const page = await visit(desk.editor, { colorScheme, reducedMotion: "reduce" });
    await look(page, workbenchScreensOf(desk), testInfo);
  });
}
