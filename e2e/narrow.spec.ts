import { createArticle } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

test("on a phone a reviewer opens a claim, gives a verdict and submits it", async ({ visit, desk }) => {
  const article = await createArticle(desk);
  const page = await visit(desk.reviewer1, phone);
  const line = page.getByRole("link", { name: "The bridge" });
  const workbench = await WorkbenchPage.enter(page, () => line.tap());
  await expect(workbench.list).toBeHidden();
  await expect(workbench.inspector).toBeHidden();

  await workbench.sentence(2).tap();
  await workbench.expectChosen(2);
  await expect(workbench.sentence(2)).toBeInViewport();
  await workbench.verdict("False").tap();
  await workbench.rationale.fill("It was 1932.");
  await workbench.expectSaved();
  await workbench.inspector.getByRole("button", { name: "Submit" }).tap();
  await workbench.expectChosen(3);

  const parts = page.getByRole("navigation", { name: "Parts of the workbench" });
  await parts.getByRole("button", { name: "Article" }).tap();
  await expect(workbench.inspector).toBeHidden();
  await expect(workbench.sentence(2)).toHaveAccessibleName(/^Claim 2, false, submitted/);
  await parts.getByRole("button", { name: "Claims 3" }).tap();
  await workbench.line(2).tap();
  await workbench.expectChosen(2);
  await expect(workbench.rationale).toHaveValue("It was 1932.");
  expect(article.claims).toHaveLength(3);
});
