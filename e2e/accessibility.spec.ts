import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { createBusyDesk, screensOf } from "./screens";

for (const colorScheme of ["light", "dark"] as const) {
  test(`no screen has a serious fault that axe can find, ${colorScheme}`, async ({
    visit,
    guard,
  }, testInfo) => {
    guard.expect(404);
    const desk = await createBusyDesk();
    const page = await visit(desk.editor, { colorScheme, reducedMotion: "reduce" });
    const lesser: string[] = [];
    for (const { name, show } of screensOf(desk)) {
      await test.step(name, async () => {
        await show(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const told = violations.map(({ id, impact, help, nodes }) => ({
          serious: impact === "serious" || impact === "critical",
          words: `${impact ?? "?"} ${id}: ${help} — ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`,
        }));
        lesser.push(...told.filter(({ serious }) => !serious).map(({ words }) => `${name}: ${words}`));
        expect
          .soft(
            told.filter(({ serious }) => serious).map(({ words }) => words),
            name,
          )
          .toEqual([]);
      });
    }
    await testInfo.attach("lesser findings", { body: lesser.join("\n"), contentType: "text/plain" });
  });
}
