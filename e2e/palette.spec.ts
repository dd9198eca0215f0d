import { createArticle } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

test("the palette finds claims, commands and rooms; a digit with Shift judges, submits and goes on", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk);
  const page = await visit(desk.reviewer1);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  const palette = page.getByRole("dialog", { name: "Go to or do" });
  const field = palette.getByRole("combobox");

  await page.keyboard.press("ControlOrMeta+k");
  await expect(field).toBeFocused();
  await page.keyboard.type("opened in 1931");
  await expect(palette.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await workbench.expectChosen(2);

  await expect(workbench.rationale).toBeVisible();
  await page.keyboard.press("Shift+Digit4");
  await workbench.expectChosen(3);
  await expect(workbench.sentence(2)).toHaveAccessibleName(/^Claim 2, mostly true, submitted/);

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("first claim");
  await page.keyboard.press("Enter");
  await workbench.expectChosen(1);

  await page.keyboard.press("g");
  await page.keyboard.press("q");
  await expect(page).toHaveURL(/\/queue$/);
});

test("on any other screen it finds articles, rooms and what the page offers, and gives the focus back", async ({
  visit,
  desk,
}) => {
  const { id } = await createArticle(desk);
  const page = await visit(desk.editor);
  await page.goto(`/w/${desk.slug}/settings/keys`);
  const palette = page.getByRole("dialog", { name: "Go to or do" });
  const change = page.getByRole("button", { name: "Next claim: change the key" });

  await change.focus();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("write why: change");
  await expect(palette.getByRole("option")).toHaveText(["On this page: Write why: change the key"]);
  // The first one empties the field, as in every field for searching.
  await page.keyboard.press("Escape");
  await expect(palette.getByRole("combobox")).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await expect(change).toBeFocused();

  await page.keyboard.press("g");
  await page.keyboard.press("H");
  await expect(page).toHaveURL(/\/history$/);

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("import an");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/articles\/new$/);

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("the bridge");
  await expect(palette.getByRole("option", { name: /^Article: / })).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/articles/${id}`));
});
