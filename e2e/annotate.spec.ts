import { createArticle } from "@/seeds/factories";
import { expect, signIn, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

test("a reviewer checks a claim from the first key to the history, and a reload finds all of it", async ({
  page,
  desk,
}) => {
  const article = await createArticle(desk);
  await signIn(page, desk.reviewer1);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await workbench.choose(2);

  await page.keyboard.press("2");
  await expect(workbench.verdict("Mostly false")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("w");
  await expect(workbench.rationale).toBeFocused();
  await page.keyboard.type("It was opened in 1932; the plaque has the year of the contract.");
  await page.keyboard.press("Escape");
  await workbench.expectSaved();

  await workbench.cite({
    title: "Bridge register, sheet 7",
    url: "https://register.example/bridges/7",
    quote: "Handed over to traffic on 3 May 1932.",
    stance: "Refutes",
    locator: "p. 2",
  });
  await page.keyboard.press("l");
  const search = page.getByRole("dialog", { name: "Log a search" });
  await search.getByLabel("Searched for").fill("bridge opening 1931");
  await search.getByLabel("In", { exact: true }).fill("town archive");
  await search.getByLabel("What came of it").fill("Only the contract");
  await search.getByRole("button", { name: "Log it" }).click();
  await expect(workbench.inspector.getByRole("region", { name: "Search log" })).toContainText(
    "“bridge opening 1931” in town archive",
  );
  await workbench.inspector.getByRole("button", { name: "3 of 4, fairly sure" }).click();
  await workbench.expectSaved();

  await page.keyboard.press("m");
  const note = workbench.inspector.getByRole("textbox", { name: "New note" });
  await expect(note).toBeFocused();
  await page.keyboard.type("Ask the town about the plaque?");
  await workbench.inspector.getByRole("button", { name: "Write the note" }).click();
  await expect(workbench.inspector.getByRole("article")).toContainText("Rita One");
  await expect(workbench.inspector.getByRole("article")).toContainText("Ask the town about the plaque?");
  await expect(workbench.sentence(2)).toHaveAccessibleName(/1 open note/);

  await workbench.showClaim();
  await workbench.sentence(2).press("Enter");
  await workbench.expectChosen(3);
  await expect(workbench.sentence(2)).toHaveAccessibleName(/^Claim 2, mostly false, submitted/);

  await workbench.choose(2);
  await expect(workbench.state(/^(✓ )?Submitted, version \d+$/)).toBeVisible();
  await workbench.show("History");
  const history = workbench.inspector.getByRole("tabpanel", { name: "History" });
  for (const happened of ["saved version 1", "submitted version", "wrote a note"]) {
    const line = history.getByRole("listitem").filter({ hasText: `Rita One ${happened}` });
    await expect(line, happened).toBeVisible();
  }

  await page.reload();
  await workbench.expectChosen(2);
  await expect(workbench.verdict("Mostly false")).toHaveAttribute("aria-pressed", "true");
  await expect(workbench.rationale).toHaveValue(
    "It was opened in 1932; the plaque has the year of the contract.",
  );
  await expect(workbench.evidence("Refutes")).toContainText("Handed over to traffic on 3 May 1932.");
  await expect(workbench.evidence("Refutes")).toContainText("p. 2");
  await expect(workbench.inspector.getByRole("region", { name: "Search log" })).toContainText(
    "Only the contract",
  );
  await expect(workbench.inspector.getByRole("button", { name: "3 of 4, fairly sure" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await workbench.show("Notes");
  await expect(workbench.inspector.getByText("Ask the town about the plaque?")).toBeVisible();
});

test("keys move through the claims, and do nothing while somebody writes", async ({ page, desk }) => {
  const article = await createArticle(desk);
  await signIn(page, desk.reviewer1);
  const workbench = await WorkbenchPage.open(page, desk, article.id);

  await page.keyboard.press("j");
  await workbench.expectChosen(1);
  await page.keyboard.press("j");
  await workbench.expectChosen(2);
  await page.keyboard.press("k");
  await workbench.expectChosen(1);
  await page.keyboard.press("5");
  await workbench.expectSaved();
  await page.keyboard.press("j");
  await page.keyboard.press("3");
  await workbench.expectChosen(2);
  await workbench.expectSaved();
  await page.keyboard.press("n");
  await workbench.expectChosen(3);

  await workbench.rationale.click();
  await page.keyboard.type("jkn 12345 ? u / Enter");
  await expect(workbench.rationale).toHaveValue("jkn 12345 ? u / Enter");
  await workbench.expectChosen(3);
  await expect(workbench.verdicts.getByRole("button", { pressed: true })).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await workbench.expectSaved();

  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys.getByText("Submit and go on to the next unaddressed claim")).toBeVisible();
  await expect(keys.getByText("Not enough evidence")).toBeVisible();
  await page.keyboard.press("1");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await expect(workbench.verdicts.getByRole("button", { pressed: true })).toHaveCount(0);
});

test("undo takes back the last verdict, as a version of its own", async ({ page, desk }) => {
  const article = await createArticle(desk);
  await signIn(page, desk.reviewer1);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await workbench.choose(1);
  await workbench.give("True");
  await workbench.give("False");
  await page.keyboard.press("u");
  await expect(workbench.verdict("True")).toHaveAttribute("aria-pressed", "true");
  await expect(workbench.state("Saved, version 3")).toBeVisible();
});

test("a viewer reads the claims and is offered nothing to write", async ({ page, desk }) => {
  const article = await createArticle(desk);
  await signIn(page, desk.viewer);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await workbench.choose(1);
  await expect(
    workbench.inspector.getByText("Annotating is for reviewers, editors and owners."),
  ).toBeVisible();
  await expect(workbench.verdicts).toHaveCount(0);
  await expect(workbench.inspector.getByRole("tab", { name: /^Notes/ })).toHaveCount(0);
  await page.keyboard.press("1");
  await page.keyboard.press("s");
  await expect(page.getByRole("status").filter({ hasText: "not yours to annotate" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
