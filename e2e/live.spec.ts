import { annotate, cite, createArticle } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { ReviewPage } from "./review-page";
import { WorkbenchPage } from "./workbench-page";

test("two browsers: what the reviewer submits reaches the editor, and the editor's ruling reaches the reviewer", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk);
  const reviewer = await WorkbenchPage.open(await visit(desk.reviewer1), desk, article.id);
  const editorsPage = await visit(desk.editor);
  const editor = await WorkbenchPage.open(editorsPage, desk, article.id);
  await editor.choose(1);
  await editor.show("Review");
  await expect(editor.inspector.getByText("No colleague has submitted an annotation yet.")).toBeVisible();
  const review = await ReviewPage.open(await editorsPage.context().newPage(), desk, article.id);
  await expect(review.main.getByText("Nothing to review here now.")).toBeVisible();

  await reviewer.choose(1);
  await reviewer.give("True");
  await expect(editor.sentence(1)).toHaveAccessibleName(/^Claim 1, in progress/);
  await reviewer.rationale.fill("Measured on the plan: 112 metres.");
  await reviewer.submit();
  await reviewer.expectChosen(2);

  // Nobody has reloaded anything.
  await expect(editor.sentence(1)).toHaveAccessibleName(/^Claim 1, submitted/);
  const card = editor.inspector.getByRole("article", { name: "Annotation by Rita One" });
  await expect(card).toContainText("Measured on the plan: 112 metres.");
  await expect(review.waiting.getByRole("heading", { name: "1 claim in review" })).toBeVisible();

  await review.choose(1);
  await review.approve("Rita One");
  await expect(review.state("ruled")).toBeVisible();
  await expect(review.waiting.getByRole("heading", { name: "0 claims in review" })).toBeVisible();

  await expect(reviewer.sentence(1)).toHaveAccessibleName(/^Claim 1, true, ruled/);
  await expect(reviewer.page.getByRole("banner").getByText("1 of 3 addressed")).toBeVisible();
  await reviewer.choose(1);
  await expect(reviewer.inspector.getByText("Ruled True")).toBeVisible();
  await reviewer.show("Review");
  await expect(reviewer.inspector.getByRole("heading", { name: "Ruling 1: True" })).toBeVisible();
  await expect(reviewer.inspector.getByText("by agreement, Edgar")).toBeVisible();
});

test("asked for changes with a reason, the author mends it, and it is approved", async ({ visit, desk }) => {
  const article = await createArticle(desk);
  const claimId = article.claims[0]?.id ?? "";
  await annotate(desk.slug, desk.reviewer1, claimId, {
    verdict: "true",
    rationale: "Everybody knows that.",
    submit: true,
  });
  const authorsPage = await visit(desk.reviewer1);
  const author = await WorkbenchPage.open(authorsPage, desk, article.id);
  const review = await ReviewPage.open(await visit(desk.editor), desk, article.id);
  await review.askForChanges("Rita One", "A source is missing", "Where is it measured?");
  await expect(review.state("changes requested")).toBeVisible();

  await expect(author.sentence(1)).toHaveAccessibleName(/^Claim 1, true, changes requested/);
  const desktop = await authorsPage.context().newPage();
  await desktop.goto(`/w/${desk.slug}`);
  const asked = desktop.getByRole("link", { name: /^Changes asked for/ });
  const queued = await WorkbenchPage.enter(desktop, () => asked.click());
  await queued.expectChosen(1);
  await queued.show("Review");
  const reviews = queued.inspector.getByRole("list", { name: "Reviews" });
  await expect(reviews).toContainText("A source is missing");
  await expect(reviews).toContainText("Where is it measured?");

  await queued.showClaim();
  await queued.cite({ title: "Plan of 1930", quote: "Length 112.0 m", stance: "Supports" });
  await queued.expectSaved();
  await queued.submit();
  await expect(review.annotationOf("Rita One")).toContainText("Length 112.0 m");
  await expect(review.main.getByText("older version")).toBeVisible();
  await review.approve("Rita One");
  await expect(review.state("ruled")).toBeVisible();
  await expect(author.sentence(1)).toHaveAccessibleName(/^Claim 1, true, ruled/);
});

test("a decision on a version that has just been replaced is not taken; the newer one is shown", async ({
  visit,
  desk,
  guard,
}) => {
  guard.expect(409);
  guard.expect(412);
  const article = await createArticle(desk);
  const claimId = article.claims[0]?.id ?? "";
  const source = await cite(desk.slug, desk.reviewer1, { title: "Plan of 1930" });
  const first = { verdict: "true", rationale: "First thought", citations: [source], submit: true };
  await annotate(desk.slug, desk.reviewer1, claimId, first);
  const page = await visit(desk.editor);
  const review = await ReviewPage.open(page, desk, article.id);
  await expect(review.annotationOf("Rita One")).toContainText("First thought");

  // The approval is on its way while the author submits anew.
  await page.route("**/reviews", async (route) => {
    await annotate(desk.slug, desk.reviewer1, claimId, { ...first, rationale: "Second thought" });
    await route.continue();
  });
  await review.approve("Rita One");
  await expect(review.annotationOf("Rita One")).toContainText("Second thought");
  await expect(review.state("ruled")).toHaveCount(0);
  await page.unroute("**/reviews");
  await review.approve("Rita One");
  await expect(review.state("ruled")).toBeVisible();
});

test("a colleague is seen at a claim, writing, and gone when they go", async ({ visit, desk }) => {
  const article = await createArticle(desk);
  const editor = await WorkbenchPage.open(await visit(desk.editor), desk, article.id);
  const ritas = await visit(desk.reviewer1);
  const rita = await WorkbenchPage.open(ritas, desk, article.id);
  const here = editor.page.getByRole("list", { name: "Here too" });
  await expect(here.getByText("Rita One is here")).toBeVisible();
  await rita.choose(2);
  await expect(here.getByText("Rita One is on claim 2")).toBeVisible();
  await expect(editor.line(2).getByText("RO")).toBeVisible();
  await rita.rationale.pressSequentially("On the plan");
  await expect(here.getByText("Rita One is on claim 2, writing")).toBeVisible();
  await expect(ritas.getByRole("list", { name: "Here too" }).getByText("Edgar is here")).toBeVisible();
  await rita.expectSaved();
  await ritas.goto("about:blank");
  await expect(here).toBeHidden();
  await expect(editor.line(2).getByText("RO")).toBeHidden();
});
