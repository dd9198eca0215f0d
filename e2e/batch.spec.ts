import { annotate, createArticle } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { ReviewPage } from "./review-page";

test("an editor approves a filtered list at once, takes it back with one key, and approves one with another", async ({
  desk,
  visit,
}) => {
  const text = "The bridge has four piers. It is 112 metres long. It was opened in 1931. It is blue.";
  const { id, claims } = await createArticle(desk, { text });
  for (const [place, claim] of claims.entries()) {
    const verdict = place === 3 ? "false" : "true";
    await annotate(desk.slug, desk.reviewer1, claim.id, { verdict, rationale: `No. ${place}`, submit: true });
  }
  const page = await visit(desk.editor);
  const review = await ReviewPage.open(page, desk, id);
  await review.waiting.getByRole("button", { name: "Approve many…" }).click();
  const dialog = page.getByRole("dialog", { name: "Approve many" });
  await expect(dialog.getByRole("button", { name: "Approve 4" })).toBeEnabled();
  await dialog.getByLabel("Verdict").selectOption("True");
  await dialog.getByRole("checkbox", { name: /opened in 1931/ }).uncheck();
  await dialog.getByRole("button", { name: "Approve 2" }).click();
  await expect(page.getByText("Approved 2")).toBeVisible();
  await expect(review.waiting.getByRole("heading", { name: "2 claims in review" })).toBeVisible();

  await page.keyboard.press("u");
  await expect(page.getByText("Took back 2")).toBeVisible();
  await expect(review.waiting.getByRole("heading", { name: "4 claims in review" })).toBeVisible();

  await review.choose(1);
  await expect(review.annotationOf("Rita One")).toContainText("No. 0");
  await page.keyboard.press("a");
  await expect(review.state("ruled")).toBeVisible();
  await page.keyboard.press("j");
  await expect(review.annotationOf("Rita One")).toContainText("No. 1");
  await page.keyboard.press("r");
  await expect(review.main.getByRole("checkbox", { name: "Wording" })).toBeVisible();
});

test("what somebody approved stays to be seen as it was, after it has been changed", async ({
  desk,
  visit,
}) => {
  const { id, claims } = await createArticle(desk);
  const claimId = claims[0]?.id ?? "";
  const write = (rationale: string) =>
    annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", rationale, submit: true });
  await write("Measured in 1931.");
  const editor = await visit(desk.editor);
  const review = await ReviewPage.open(editor, desk, id);
  await review.choose(1);
  await review.approve("Rita One");
  await expect(review.state("ruled")).toBeVisible();
  await write("Measured again in 2020.");
  await expect(review.annotationOf("Rita One")).toContainText("Measured again in 2020.");
  await expect(review.annotationOf("Rita One")).toContainText("older version");
  await review.annotationOf("Rita One").getByRole("button", { name: "version 1" }).click();
  const dialog = editor.getByRole("dialog", { name: "Version 1, as it was" });
  await expect(dialog).toContainText("Measured in 1931.");
  await expect(dialog).not.toContainText("2020");
});
