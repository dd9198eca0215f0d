import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { createArticle, sampleText, type Desk } from "@/seeds/factories";
import { ruleOn } from "./checked-article";
import { expect, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

const newText = `First, a word of warning. ${sampleText.replace("1931", "1932").replace(" Nobody likes its colour.", "")}`;

/** Three sentences of which the first two are ruled. */
async function createRuledArticle(desk: Desk) {
  const article = await createArticle(desk, { language: "en" });
  for (const { id } of article.claims.slice(0, 2))
    await ruleOn(desk, id, { verdict: "true", rationale: "As measured." });
  return article;
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel("The whole text as it is now").fill(text);
  await page.getByRole("button", { name: "See what changes" }).click();
}

const change = (page: Page, name: string) => page.getByRole("listitem", { name, exact: true });

test("an editor brings in a new version: carried verdicts stand, the changed claim is stale until a second look", async ({
  visit,
  desk,
}) => {
  const { id } = await createRuledArticle(desk);
  const editor = await visit(desk.editor);
  await WorkbenchPage.open(editor, desk, id);
  await editor.getByRole("link", { name: "Versions" }).click();
  await paste(editor, newText);

  // What becomes of each claim, before anything is written.
  await expect(
    editor.getByRole("list", { name: "What becomes of the claims" }).getByRole("listitem"),
  ).toHaveText([/^1 . changed$/, /^1 . deleted$/, /^1 . added$/, /^0 . moved$/, /^1 . carried$/]);
  const changed = change(editor, "changed, claim 3");
  await expect(changed.locator("del")).toContainText("1931");
  await expect(changed.locator("ins")).toContainText("1932");
  await expect(changed).toContainText("True");
  await expect(change(editor, "deleted, claim 3")).toContainText("Nobody likes its colour.");
  expect((await new AxeBuilder({ page: editor }).analyze()).violations).toEqual([]);

  await editor.getByRole("button", { name: "Apply as revision 2" }).click();
  await expect(editor).toHaveURL(/\/revisions\/2$/);
  await expect(editor.getByText("Revision 2, the text now")).toBeVisible();

  // The reviewer finds the verdict waiting, and what changed.
  const page = await visit(desk.reviewer1);
  const workbench = await WorkbenchPage.open(page, desk, id);
  await expect(workbench.line(2)).toHaveAccessibleName(/^Claim 2, true, ruled/);
  await expect(workbench.line(3)).toHaveAccessibleName(/stale/);
  await workbench.choose(3);
  await expect(workbench.inspector.getByText("Changed since it was judged")).toBeVisible();
  await expect(workbench.inspector.locator("del")).toContainText("1931");
  await expect(workbench.inspector.locator("ins")).toContainText("1932");

  await workbench.give("False");
  await workbench.submit();
  await expect(workbench.line(3)).toHaveAccessibleName(/submitted/);
  await expect(workbench.line(2)).toHaveAccessibleName(/^Claim 2, true, ruled/);
  await workbench.choose(3);
  await expect(workbench.inspector.getByText("Changed since it was judged")).toBeHidden();
});

test("by keyboard: through the changes, not the same claim, apply", async ({ visit, desk }) => {
  const { id } = await createRuledArticle(desk);
  const page = await visit(desk.editor);
  await page.goto(`/w/${desk.slug}/articles/${id}/revisions`);
  await paste(page, newText);
  await page.getByRole("heading", { name: "Revision 2 will be" }).click();
  await page.keyboard.press("j");
  const changed = change(page, "changed, claim 3");
  await expect(changed).toBeFocused();
  await page.keyboard.press("d");
  await expect(changed.getByRole("button", { name: "Not the same claim" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("j");
  await expect(change(page, "deleted, claim 3")).toBeFocused();
  await page.keyboard.press("k");
  await expect(changed).toBeFocused();
  await page.getByRole("button", { name: "Apply as revision 2" }).click();
  await expect(page.getByText("Revision 2, the text now")).toBeVisible();
  const workbench = await WorkbenchPage.open(page, desk, id);
  await expect(workbench.line(3)).toHaveAccessibleName(/^Claim 3, not checked/);
});

test("the new text can be read from a file; an address that cannot be fetched says why", async ({
  visit,
  desk,
  guard,
}) => {
  const { id } = await createArticle(desk, { language: "en", url: "http://127.0.0.1:9/story" });
  const page = await visit(desk.editor);
  await page.goto(`/w/${desk.slug}/articles/${id}/revisions`);
  const field = page.getByLabel("The whole text as it is now");
  guard.expect(400);
  await page.getByRole("button", { name: "Fetch it from 127.0.0.1" }).click();
  const trouble = page.getByRole("alert").filter({ hasText: "That did not work" });
  await expect(trouble).toContainText("Nothing could be fetched from this address");
  const buffer = Buffer.from(newText);
  await page.getByLabel("File with the new text").setInputFiles({ name: "new.txt", mimeType: "", buffer });
  await expect(field).toHaveValue(newText);
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(change(page, "changed, claim 3").locator("ins")).toContainText("1932");
});

test("the pasted text survives a reload and a colleague who was faster", async ({ visit, desk, guard }) => {
  const { id } = await createRuledArticle(desk);
  const address = `/w/${desk.slug}/articles/${id}/revisions`;
  const slow = await visit(desk.editor);
  await slow.goto(address);
  await paste(slow, newText);
  await expect(slow.getByRole("button", { name: "Apply as revision 2" })).toBeVisible();
  await slow.reload();
  await expect(slow.getByLabel("The whole text as it is now")).toHaveValue(newText);
  await paste(slow, newText);
  await expect(slow.getByRole("button", { name: "Apply as revision 2" })).toBeVisible();

  const fast = await visit(desk.owner);
  const reading = await visit(desk.viewer);
  const workbench = await WorkbenchPage.open(reading, desk, id);
  await fast.goto(address);
  await paste(fast, `${sampleText} One more.`);
  await fast.getByRole("button", { name: "Apply as revision 2" }).click();
  await expect(fast.getByText("Revision 2, the text now")).toBeVisible();

  // Who is reading keeps the text under their eyes until they ask for the new one.
  await expect(workbench.sentence(3)).toContainText("Nobody likes its colour.");
  await expect(reading.getByText("A new version of the text has come in")).toBeVisible();
  await reading.getByRole("button", { name: "Read the new version" }).click();
  await expect(workbench.sentence(4)).toContainText("One more.");
  guard.expect(412);
  await slow.getByRole("button", { name: "Apply as revision 2" }).click();
  await expect(slow.getByText("Somebody brought in a version meanwhile")).toBeVisible();
  await expect(slow.getByLabel("The whole text as it is now")).toHaveValue(newText);
  await slow.getByRole("button", { name: "Compare with the newest" }).click();
  await slow.getByRole("button", { name: "Apply as revision 3" }).click();
  await expect(slow.getByText("Revision 3, the text now")).toBeVisible();

  // Each version can be read, and any two compared.
  await slow.getByLabel("Compare revision 3 with").selectOption("Revision 1");
  await slow.getByRole("button", { name: "Compare" }).click();
  await expect(slow.getByText("Revision 3 against revision 1, the text now")).toBeVisible();
  await expect(change(slow, "changed, claim 3").locator("del")).toContainText("1931");
  await slow.getByRole("link", { name: "Revision 1" }).click();
  await expect(slow.getByRole("main")).toContainText("It was opened in 1931.");
});
