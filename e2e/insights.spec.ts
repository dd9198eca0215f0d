import { annotate, createArticle, type Desk } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

/** Two have judged three claims without seeing each other; a fourth is still alone. */
async function judge(desk: Desk) {
  const text = "The bridge is 112 metres long. It was opened in 1931. It is blue. Nobody was there.";
  const article = await createArticle(desk, { policy: "double_blind", text });
  const verdicts = [
    ["true", "true"],
    ["false", "mostly_true"],
    ["mixed", "mixed"],
  ] as const;
  for (const [place, [one, other]] of verdicts.entries()) {
    const claimId = article.claims[place]?.id ?? "";
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: one, submit: true });
    await annotate(desk.slug, desk.reviewer2, claimId, { verdict: other, submit: true });
  }
  await annotate(desk.slug, desk.reviewer1, article.claims[3]?.id ?? "", { verdict: "satire", submit: true });
  return article;
}

test("an editor reads how far two reviewers agree, and goes from a cell to the claim they differ on", async ({
  visit,
  desk,
}) => {
  await judge(desk);
  const page = await visit(desk.editor);
  await page.getByRole("button", { name: /rooms of this desk/ }).click();
  await page.getByRole("link", { name: "Insights" }).click();
  const coefficients = page.getByRole("group", { name: "Coefficients" });
  await expect(coefficients.getByRole("row", { name: /^Percent agreement.* 67 % / })).toBeVisible();
  await expect(coefficients.getByRole("row", { name: /^Krippendorff’s alpha.* 0\.62 .* 3$/ })).toBeVisible();
  const pairs = page.getByRole("group", { name: "Two by two" });
  await expect(pairs.getByRole("row", { name: /^Rita One and Rui Two 3 67 %/ })).toBeVisible();
  await expect(page.getByText("satire", { exact: false })).toHaveCount(0);

  await page.getByRole("link", { name: "False and Mostly true: 1" }).click();
  const claims = page.getByRole("region", { name: /^1 claim judged/ });
  const workbench = await WorkbenchPage.enter(page, () =>
    claims.getByRole("link", { name: /It was opened in 1931/ }).click(),
  );
  await workbench.expectChosen(2);
});

test("what is not defined is said in words, and a viewer reads how far the desk is and no more", async ({
  visit,
  desk,
}) => {
  const { claims } = await createArticle(desk);
  await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict: "true", submit: true });
  const page = await visit(desk.reviewer1);
  await page.goto(`/w/${desk.slug}/insights`);
  await expect(
    page.getByRole("row", { name: /^Krippendorff’s alpha.*Not defined: only one person has judged\./ }),
  ).toBeVisible();
  const viewers = await visit(desk.viewer);
  await viewers.goto(`/w/${desk.slug}/insights`);
  await expect(viewers.getByRole("heading", { name: "Where 3 claims stand" })).toBeVisible();
  await expect(viewers.getByRole("heading", { name: "Agreement" })).toHaveCount(0);
});
