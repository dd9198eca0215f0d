import type { Locator, Page } from "@playwright/test";
import { annotate, createArticle, testPassword } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { ReviewPage } from "./review-page";
import { WorkbenchPage } from "./workbench-page";

/** Tab until it is there; whoever needs more than this is lost. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

/** The place from which Tab goes on: never thrown back to the top of the page. */
async function expectFocusKept(page: Page): Promise<void> {
  await expect(page.locator("body")).not.toBeFocused();
  await expect(page.locator(":focus")).toHaveCount(1);
}

test("from the door to a submitted verdict without a mouse", async ({ page, desk }) => {
  await createArticle(desk);
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type(desk.reviewer1.actor.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(testPassword);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "The bridge" }));
  const workbench = await WorkbenchPage.enter(page, () => page.keyboard.press("Enter"));
  await page.keyboard.press("j");
  await workbench.expectChosen(1);
  await expect(workbench.sentence(1)).toBeFocused();
  await page.keyboard.press("4");
  await workbench.expectSaved();
  await page.keyboard.press("c");
  await expect(workbench.inspector.getByRole("button", { name: "1 of 4, a guess" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expectFocusKept(page);

  await page.keyboard.press("s");
  const source = page.getByRole("dialog", { name: "Add a source" });
  await expect(source.getByLabel("Address")).toBeFocused();
  await tabTo(page, source.getByLabel("Title"));
  await page.keyboard.type("Plan of 1930");
  await tabTo(page, source.getByRole("radio", { name: "Supports" }));
  await page.keyboard.press("Space");
  await tabTo(page, source.getByLabel("Exact words"));
  await page.keyboard.type("Length 112.0 m");
  await tabTo(page, source.getByRole("button", { name: "Cite this source" }));
  await page.keyboard.press("Enter");
  await expect(source).toBeHidden();
  await expect(workbench.evidence("Supports")).toContainText("Length 112.0 m");
  await expectFocusKept(page);

  await page.keyboard.press("l");
  const search = page.getByRole("dialog", { name: "Log a search" });
  await expect(search.getByLabel("Searched for")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(search).toBeHidden();
  await expectFocusKept(page);

  await page.keyboard.press("w");
  await expect(workbench.rationale).toBeFocused();
  await page.keyboard.type("As on the plan.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await workbench.expectChosen(2);
  await expect(workbench.sentence(1)).toHaveAccessibleName(/^Claim 1, mostly true, submitted/);
  await expect(workbench.sentence(2)).toBeFocused();
});

test("keys of one's own are chosen, and swapped where they are taken; the workbench goes by them", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk);
  const page = await visit(desk.reviewer1);
  await page.goto(`/w/${desk.slug}/settings/keys`);
  const change = (words: string) =>
    page.getByRole("button", { name: `${words}: change the key`, exact: true });
  const line = (words: string) => page.getByRole("listitem").filter({ has: change(words) });
  const swap = page.getByRole("button", { name: "Swap the two" });
  await change("Next claim").click();
  await page.keyboard.press("k");
  await expect(swap).toBeFocused();
  await expect(swap).toHaveAccessibleDescription(/^k is the key for “Previous claim”/);
  await page.keyboard.press("Escape");
  await expect(swap).toBeHidden();
  await expect(change("Next claim")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("k");
  await expect(swap).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(line("Next claim").locator("kbd")).toHaveText("k");
  await expect(line("Previous claim").locator("kbd")).toHaveText("j");
  await expect(change("Next claim")).toBeFocused();
  await change("Next unaddressed claim").click();
  await page.keyboard.press("x");
  await expect(line("Next unaddressed claim").locator("kbd")).toHaveText("x");

  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await page.keyboard.press("k");
  await workbench.expectChosen(1);
  await page.keyboard.press("x");
  await workbench.expectChosen(2);
  // Nothing has this one any more.
  await page.keyboard.press("n");
  await page.keyboard.press("j");
  await workbench.expectChosen(1);

  await page.goto(`/w/${desk.slug}/settings/keys`);
  await page.getByRole("button", { name: "Previous claim: reset the key" }).click();
  await swap.click();
  await expect(line("Next claim").locator("kbd")).toHaveText("j");
  await expect(line("Previous claim").locator("kbd")).toHaveText("k");
});

test("after Escape from a field the keys and Tab go on from the claim", async ({ visit, desk }) => {
  const article = await createArticle(desk);
  const page = await visit(desk.reviewer1);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await workbench.choose(1);
  await expect(workbench.rationale).toBeVisible();
  for (const key of ["w", "m", "/"]) {
    await page.keyboard.press(key);
    await expect(page.locator("input:focus, textarea:focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(page.locator("input:focus, textarea:focus")).toHaveCount(0);
    await expectFocusKept(page);
  }
});

test("what is taken away by keyboard leaves the focus beside it", async ({ visit, desk }) => {
  const article = await createArticle(desk);
  const page = await visit(desk.reviewer1);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await workbench.choose(1);
  await expect(workbench.rationale).toBeVisible();
  await page.keyboard.press("l");
  const dialog = page.getByRole("dialog", { name: "Log a search" });
  await dialog.getByLabel("Searched for").fill("length of the bridge");
  await dialog.getByLabel("In", { exact: true }).fill("web search");
  await page.keyboard.press("Enter");
  const remove = workbench.inspector.getByRole("button", { name: "Remove" });
  await expect(remove).toBeVisible();
  await remove.focus();
  await page.keyboard.press("Enter");
  await expect(remove).toBeHidden();
  await expectFocusKept(page);
  await expect(workbench.inspector.locator(":focus")).toHaveCount(1);
  await workbench.expectSaved();

  await page.goto(`/w/${desk.slug}/settings/keys`);
  await page.getByRole("button", { name: "Write a note: change the key" }).click();
  await page.keyboard.press("x");
  const reset = page.getByRole("button", { name: "Write a note: reset the key" });
  await expect(reset).toBeEnabled();
  await reset.focus();
  await page.keyboard.press("Enter");
  await expect(reset).toBeDisabled();
  await expectFocusKept(page);
});

test("the tabs of the inspector go by arrows, and the skip link leads past the header", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk);
  const page = await visit(desk.reviewer1);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await page.keyboard.press("j");
  await workbench.expectChosen(1);
  await tabTo(page, workbench.inspector.getByRole("tab", { name: "Claim 1" }));
  for (const tab of ["Notes", "Review", "History", "Claim 1"]) {
    await page.keyboard.press("ArrowRight");
    await expect(workbench.inspector.getByRole("tab", { name: tab })).toBeFocused();
    await expect(workbench.inspector.getByRole("tabpanel", { name: tab })).toBeVisible();
  }
});

test("deciding on a colleague's annotation by keyboard leaves the focus on the page", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk);
  for (const claim of article.claims.slice(0, 2)) {
    await annotate(desk.slug, desk.reviewer1, claim.id, { verdict: "true", submit: true });
  }
  const page = await visit(desk.editor);
  const review = await ReviewPage.open(page, desk, article.id);
  const card = review.annotationOf("Rita One");
  await tabTo(page, card.getByRole("button", { name: "Approve" }));
  await page.keyboard.press("Enter");
  await expect(review.state("ruled")).toBeVisible();
  await expectFocusKept(page);
});
