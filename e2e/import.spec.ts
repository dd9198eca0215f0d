import { readFileSync } from "node:fs";
import { expect, signIn, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

const seedArticle = readFileSync(new URL("../seeds/articles/seed-article.txt", import.meta.url), "utf8");
const title = "Iraqi militias offer a truce";

test("an editor pastes the seed article: seventeen sentences before, seventeen claims after, not a letter changed", async ({
  page,
  desk,
}) => {
  await signIn(page, desk.editor);
  await page.getByRole("link", { name: "Bring in an article" }).click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Text").fill(seedArticle);
  await expect(page.getByText("17 sentences, each will be a claim")).toBeVisible();
  const preview = page.getByRole("list", { name: "Sentences" });
  await expect(preview.getByRole("listitem")).toHaveCount(17);
  await expect(preview.getByRole("listitem").nth(5)).toContainText(
    "The Pentagon, which deployed up to 170,000",
  );

  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  const workbench = new WorkbenchPage(page);
  await expect(workbench.galley.getByText("17 claims")).toBeVisible();
  await expect(workbench.list.getByRole("listitem")).toHaveCount(17);

  const sentences = workbench.galley.getByRole("button", { name: /^Claim \d+,/ });
  await expect(sentences).toHaveCount(17);
  const printed = await sentences.allTextContents();
  expect(withoutSpace(printed.join(""))).toBe(withoutSpace(seedArticle));
  // Each claim is a slice of the text as it was pasted, odd spaces included.
  for (const sentence of printed) expect(seedArticle).toContain(sentence);
  expect(printed[2]).toBe(
    "These armed groups, close to Iran, signed the communiqué under the name of the newly created Commission for the Coordination of the Iraqi Resistance and put as the only condition a clear plan for the exit of the United States forces .",
  );
});

test("a text with nothing to check is refused in words, and what was typed stays", async ({
  page,
  desk,
  guard,
}) => {
  guard.expect(422);
  guard.expect(400);
  await signIn(page, desk.editor);
  await page.goto(`/w/${desk.slug}/articles/new`);
  await page.getByLabel("Title").fill("Nothing in it");
  await page.getByLabel("Byline").fill("A. Nobody");

  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByLabel("Text")).toBeFocused();
  expect(
    await page.getByLabel("Text").evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing),
  ).toBe(true);

  await page.getByLabel("Text").fill("  \n\t \n ");
  await page.getByRole("button", { name: "Bring it in" }).click();
  const trouble = page.getByRole("alert").filter({ hasText: "The article was not brought in" });
  await expect(trouble).toContainText("The article has no words in it.");
  await expect(trouble).toContainText("what you typed is still here");
  await expect(page.getByLabel("Text")).toHaveAccessibleDescription("The article has no words in it.");
  await expect(page.getByLabel("Text")).toHaveValue("  \n\t \n ");
  await expect(page.getByLabel("Title")).toHaveValue("Nothing in it");

  await page.reload();
  await expect(page.getByLabel("Title")).toHaveValue("Nothing in it");
  await expect(page.getByLabel("Byline")).toHaveValue("A. Nobody");
  await page.getByLabel("Text").fill("Now there is a sentence.");
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(new WorkbenchPage(page).sentence(1)).toHaveText("Now there is a sentence.");
});

test("a text over the limit is refused with the limit, and is still there", async ({ page, desk, guard }) => {
  guard.expect(413);
  await signIn(page, desk.editor);
  await page.goto(`/w/${desk.slug}/articles/new`);
  await page.getByLabel("Title").fill("A very long read");
  // Put in inside of the browser: five megabytes are too much for a test's own log.
  const typed = await page.getByLabel("Text").evaluate((field: HTMLTextAreaElement) => {
    const paragraph = `${"Twelve words. ".repeat(100)}\n`;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(
      field,
      paragraph.repeat(3_600),
    );
    field.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
    return field.value.length;
  });
  expect(typed).toBeGreaterThan(5_000_000);
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "longer than 5,000,000 characters" })).toBeVisible();
  const kept = await page.getByLabel("Text").evaluate((field: HTMLTextAreaElement) => field.value.length);
  expect(kept).toBe(typed);
  await page.goto(`/w/${desk.slug}`);
  await expect(page.getByText("No article here yet.")).toBeVisible();
});

test("a reviewer is not offered to import, and has no page for it", async ({ page, desk, guard }) => {
  guard.expect(404);
  await signIn(page, desk.reviewer1);
  await expect(page.getByText("As soon as an editor of this desk brings one in")).toBeVisible();
  await expect(page.getByRole("link", { name: "Bring in an article" })).toHaveCount(0);
  await page.goto(`/w/${desk.slug}/articles/new`);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
});

/** The galley shows a paragraph a line; how much white space lay between sentences is not its business. */
function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, "");
}
