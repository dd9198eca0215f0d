import { changeArticle } from "@/lib/server/articles/commands";
import { createArticle } from "@/seeds/factories";
import { expect, signIn, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

test("an editor puts title and origin right; of two who do so at once, each keeps what only they changed", async ({
  page,
  desk,
  guard,
}) => {
  guard.expect(412);
  const article = await createArticle(desk, { title: "The brigde", byline: "A. Writer" });
  await signIn(page, desk.editor);
  await WorkbenchPage.open(page, desk, article.id);
  await page.getByRole("link", { name: "Particulars" }).click();
  const title = page.getByLabel("Title");
  await expect(title).toHaveValue("The brigde");
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  await title.fill("The bridge");
  await page.getByLabel("Published on").fill("2026-03-04");
  await page.reload();
  await expect(title).toHaveValue("The bridge");
  await page.getByRole("button", { name: "Save", exact: true }).dblclick();
  await expect(page.getByText("Particulars saved").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();

  // The first save made version 2, and the second click none.
  const target = { workspace: desk.slug, articleId: article.id, baseVersion: 2 };
  await changeArticle(desk.owner.actor, target, { title: "The old bridge" });
  await page.getByLabel("Byline").fill("B. Writer");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const told = page.getByRole("status").filter({ hasText: "Somebody has changed the particulars meanwhile" });
  await expect(told).toContainText("The title is now “The old bridge”.");
  await told.getByRole("button", { name: "Save mine on top" }).click();
  await expect(told).toBeHidden();
  await expect(title).toHaveValue("The old bridge");

  await page.getByRole("link", { name: "The old bridge" }).click();
  await expect(page.getByRole("heading", { name: "The old bridge" })).toBeVisible();
  await expect(page.getByText("B. Writer")).toBeVisible();
  await expect(page.getByText("4 March 2026")).toBeVisible();
});

test("what is typed while a save is on its way stays, and is saved by the next one", async ({
  page,
  desk,
}) => {
  const article = await createArticle(desk, { title: "The brigde" });
  await signIn(page, desk.editor);
  await page.goto(`/w/${desk.slug}/articles/${article.id}/particulars`);
  const save = page.getByRole("button", { name: "Save", exact: true });
  const saved = page.getByText("Particulars saved").first();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**/articles/${article.id}`, async (route) => {
    if (route.request().method() === "PATCH") await released;
    await route.continue();
  });
  const asked = page.waitForRequest((request) => request.method() === "PATCH");
  await page.getByLabel("Title").fill("The bridge");
  await save.click();
  await asked;
  await page.getByLabel("Byline").fill("A. Writer");
  release();
  await expect(saved).toBeVisible();
  await expect(page.getByLabel("Byline")).toHaveValue("A. Writer");
  await page.reload();
  await expect(page.getByLabel("Title")).toHaveValue("The bridge");
  await expect(page.getByLabel("Byline")).toHaveValue("A. Writer");
  await save.click();
  await expect(saved).toBeVisible();
  await expect(save).toBeDisabled();
  await page.reload();
  await expect(page.getByLabel("Byline")).toHaveValue("A. Writer");
  await expect(save).toBeDisabled();
});

test("whoever may not change an article is offered no particulars, and has no page for them", async ({
  page,
  desk,
  guard,
}) => {
  guard.expect(403);
  const article = await createArticle(desk);
  await signIn(page, desk.reviewer1);
  await WorkbenchPage.open(page, desk, article.id);
  await expect(page.getByRole("link", { name: "Versions" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Particulars" })).toHaveCount(0);
  await page.goto(`/w/${desk.slug}/articles/${article.id}/particulars`);
  await expect(page.getByRole("heading", { name: /role/ })).toBeVisible();
});
