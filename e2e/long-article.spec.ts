import type { Page } from "@playwright/test";
import { createArticle } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

const sentences = 600;
const longText = Array.from({ length: sentences / 4 }, (_, paragraph) =>
  Array.from({ length: 4 }, (_, place) => {
    const number = paragraph * 4 + place + 1;
    return `In the year ${1_000 + number} the council counted ${number * 3} lamps along the road.`;
  }).join(" "),
).join("\n\n");

const claimsInPage = (page: Page) => page.locator("article [data-claim]").count();

test("of a long article only what is seen is in the page, and all of it can be reached by keys", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk, { title: "Lamps", text: longText });
  const page = await visit(desk.reviewer1);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  expect(await claimsInPage(page)).toBeLessThan(200);
  await expect(workbench.list.getByRole("listitem").first()).toHaveAttribute("aria-setsize", "600");

  await page.keyboard.press("End");
  await workbench.expectChosen(600);
  await expect(workbench.sentence(600)).toBeFocused();
  await expect(workbench.sentence(600)).toBeInViewport();
  await expect(workbench.line(600)).toBeInViewport();
  await expect(workbench.galley.getByRole("listitem").last()).toHaveAttribute("aria-posinset", "150");
  await expect(workbench.inspector.getByRole("group", { name: "Your verdict" })).toBeVisible();
  await page.keyboard.press("4");
  await workbench.expectSaved();
  await expect(workbench.sentence(600)).toHaveAccessibleName(/^Claim 600, mostly true, in progress/);
  expect(await claimsInPage(page)).toBeLessThan(200);

  // A reload and a link lead to the claim, wherever it is.
  await WorkbenchPage.enter(page, () => page.reload(), 600);
  await expect(workbench.sentence(600)).toBeInViewport();
  await page.keyboard.press("p");
  await workbench.expectChosen(599);
  await page.keyboard.press("Home");
  await workbench.expectChosen(1);
  await expect(workbench.sentence(1)).toBeInViewport();
});

test("searching a long article has next and previous; all of it can be put in the page", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk, { title: "Lamps", text: longText });
  const page = await visit(desk.reviewer1);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await page.keyboard.press("ControlOrMeta+f");
  const field = workbench.list.getByRole("searchbox");
  await expect(field).toBeFocused();
  await page.keyboard.type("counted 90");
  await expect(workbench.list.getByRole("status")).toHaveText("5 found");
  for (const [keys, ordinal, words] of [
    ["Enter", 30, "1 of 5"],
    ["Enter", 300, "2 of 5"],
    ["Shift+Enter", 30, "1 of 5"],
  ] as const) {
    await page.keyboard.press(keys);
    await workbench.expectChosen(ordinal);
    await expect(workbench.sentence(ordinal)).toBeInViewport();
    await expect(workbench.list.getByRole("status")).toHaveText(words);
    await expect(field).toBeFocused();
  }
  await workbench.galley.getByRole("button", { name: "Put all of it in the page" }).click();
  await expect(page.locator("article [data-claim]")).toHaveCount(sentences);
  await workbench.galley.getByRole("button", { name: "Keep only the part I am at" }).click();
  await expect.poll(() => claimsInPage(page)).toBeLessThan(200);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("article [data-claim]")).toHaveCount(sentences);
});
