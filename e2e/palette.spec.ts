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
