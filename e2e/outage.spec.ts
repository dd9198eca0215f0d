import type { Page } from "@playwright/test";
import { createArticle, type Desk } from "@/seeds/factories";
import { expect, test as base } from "./fixtures";
import { startOwnProgram, type OwnProgram } from "./own-program";
import { WorkbenchPage } from "./workbench-page";

const test = base.extend<{ readonly program: OwnProgram }>({
  program: async ({}, use) => {
    const program = await startOwnProgram();
    await use(program);
    await program.close();
  },
});

// Each has a server of its own, which is started and ended.
test.describe.configure({ timeout: 240_000 });

type Writer = { readonly page: Page; readonly workbench: WorkbenchPage; readonly articleId: string };

/** A reviewer who has begun to write about the second claim, and whose first words are saved. */
async function beginToWrite(
  desk: Desk,
  visit: (person: Desk["editor"], options: { baseURL: string }) => Promise<Page>,
  program: OwnProgram,
): Promise<Writer> {
  const article = await createArticle(desk);
  const page = await visit(desk.reviewer1, { baseURL: program.origin });
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await workbench.choose(2);
  await workbench.rationale.fill("The register has it");
  await workbench.expectSaved();
  return { page, workbench, articleId: article.id };
}

/** What the server has of it, asked for anew. */
async function expectStored({ page, articleId }: Writer, desk: Desk, rationale: string): Promise<void> {
  const again = await WorkbenchPage.open(page, desk, articleId);
  await again.choose(2);
  await expect(again.rationale).toHaveValue(rationale);
  await again.expectSaved();
}

test("the database is gone for ten seconds: it is said, one goes on writing, and all of it is saved", async ({
  desk,
  visit,
  program,
  guard,
}) => {
  for (const trouble of ["offline", 500, 503] as const) guard.expect(trouble);
  const writer = await beginToWrite(desk, visit, program);
  const { page, workbench } = writer;
  program.database.cut();
  const gone = Date.now();
  await workbench.rationale.fill("The register has it, on page 33");
  await expect(workbench.state(/waiting/)).toBeVisible();
  await workbench.choose(1);
  await page.keyboard.press("5");
  await expect(workbench.state(/2 waiting/)).toBeVisible();
  // Nothing is seen that would tell when the ten seconds are over.
  await page.waitForTimeout(Math.max(0, 10_000 - (Date.now() - gone)));
  program.database.mend();
  await workbench.expectSaved();
  await expectStored(writer, desk, "The register has it, on page 33");
  await workbench.choose(1);
  await expect(workbench.verdict("True")).toHaveAttribute("aria-pressed", "true");
});

test("a new deployment: what is written while no server is there is saved by the next one, and the page goes on with it", async ({
  desk,
  visit,
  program,
  guard,
}) => {
  for (const trouble of ["offline", 404] as const) guard.expect(trouble);
  const writer = await beginToWrite(desk, visit, program);
  const { page, workbench } = writer;
  await program.stop();
  await workbench.rationale.fill("The register has it, on page 33");
  await expect(workbench.state(/waiting/)).toBeVisible();
  await program.deploy();
  await workbench.expectSaved();
  await page.getByRole("link", { name: "Review", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Review" }).first()).toBeVisible();
  await expectStored(writer, desk, "The register has it, on page 33");
});

test("a page of an older deployment says so when a part of it is gone, and a click brings the new one", async ({
  desk,
  visit,
  guard,
}) => {
  guard.expect(404);
  guard.expect("outdated");
  const page = await visit(desk.editor);
  const scripts = "**/_next/static/chunks/**";
  await page.route(scripts, (route) => route.fulfill({ status: 404 }));
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("heading", { name: "A part of this page could not be fetched" })).toBeVisible();
  await page.unroute(scripts);
  await page.getByRole("button", { name: "Load the page anew" }).click();
  await expect(page.getByRole("heading", { name: "Waiting for me" })).toBeVisible();
});
