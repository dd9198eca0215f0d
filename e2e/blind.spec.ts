import { annotate, cite, createArticle } from "@/seeds/factories";
import { writeNote } from "@/lib/server/notes/commands";
import { expect, test } from "./fixtures";
import { ReviewPage } from "./review-page";
import { WorkbenchPage } from "./workbench-page";

test("blind check: the second person judges from the evidence alone, then both lie open and an editor approves", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk, { policy: "blind_check" });
  const claimId = article.claims[1]?.id ?? "";
  const register = await cite(
    desk.slug,
    desk.reviewer1,
    { title: "Bridge register, sheet 7", publisher: "Town archive" },
    { stance: "refutes", quote: "Handed over to traffic on 3 May 1932." },
  );
  await annotate(desk.slug, desk.reviewer1, claimId, {
    verdict: "mostly_false",
    confidence: 4,
    rationale: "A year too early.",
    citations: [register],
    submit: true,
  });

  const page = await visit(desk.reviewer2);
  const waiting = page.getByRole("link", { name: /^To review It was opened in 1931/ });
  const second = await WorkbenchPage.enter(page, () => waiting.click());
  await second.expectChosen(2);
  await second.show("Review");
  const evidence = second.inspector.getByRole("article", { name: "A colleague’s evidence" });
  await expect(evidence).toContainText("Bridge register, sheet 7");
  await expect(evidence).toContainText("Handed over to traffic on 3 May 1932.");
  await expect(second.inspector).not.toContainText(/A year too early|Mostly false|Refutes|Rita One|certain/);
  await second.show("History");
  await expect(second.inspector.getByRole("listitem").first()).toBeVisible();
  await expect(second.inspector).not.toContainText(/A year too early|Mostly false/i);
  const api = await page.request.get(`/api/v1/workspaces/${desk.slug}/claims/${claimId}`);
  expect(await api.text()).not.toMatch(/A year too early|refutes"|"verdict":"mostly_false"/);

  await second.showClaim();
  await page.keyboard.press("2");
  await second.rationale.fill("The register says 1932.");
  await second.submit();
  await second.choose(2);
  await second.show("Review");
  const opened = second.inspector.getByRole("article", { name: "Annotation by Rita One" });
  await expect(opened).toContainText("A year too early.");
  await expect(opened).toContainText("Mostly false");
  // Whoever gave one of the two may approve the other, but never their own.
  await expect(second.inspector.getByRole("button", { name: "Approve" })).toHaveCount(1);

  const review = await ReviewPage.open(await visit(desk.editor), desk, article.id);
  await expect(review.section("Verdict")).toContainText("the same");
  await expect(review.section("Why")).toContainText("A year too early.");
  await expect(review.section("Why")).toContainText("The register says 1932.");
  await expect(review.section("Bridge register, sheet 7")).toContainText("not cited");
  await review.approve("Rita One");
  await expect(review.state("ruled")).toBeVisible();
  await expect(second.sentence(2)).toHaveAccessibleName(/^Claim 2, mostly false, ruled/);
});

test("double blind: neither knows of the other until both are in; two verdicts are a dispute that an editor settles", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk, { policy: "double_blind" });
  const claimId = article.claims[0]?.id ?? "";
  const page = await visit(desk.reviewer2);
  const second = await WorkbenchPage.open(page, desk, article.id);

  await annotate(desk.slug, desk.reviewer1, claimId, {
    verdict: "true",
    rationale: "The plan says 112.",
    submit: true,
  });
  // Events come in order: with this one on the screen, the one before it has been kept back.
  const note = { body: "Who measures the third one?" };
  const third = { workspace: desk.slug, claimId: article.claims[2]?.id ?? "" };
  await writeNote(desk.reviewer1.actor, third, note);
  await expect(second.sentence(3)).toHaveAccessibleName(/1 open note/);
  await expect(second.sentence(1)).toHaveAccessibleName(/^Claim 1, not checked/);
  await second.choose(1);
  await second.show("Review");
  await expect(second.inspector.getByText(/^Blind: what colleagues write opens/)).toBeVisible();
  await second.show("History");
  await expect(second.inspector.getByText("Nothing has happened to this claim yet.")).toBeVisible();
  const home = await page.context().newPage();
  await home.goto(`/w/${desk.slug}`);
  await expect(home.getByText("Nothing waits for you.")).toBeVisible();
  const api = await page.request.get(`/api/v1/workspaces/${desk.slug}/claims/${claimId}`);
  expect(await api.text()).not.toMatch(/The plan says 112|Rita One/);

  await second.showClaim();
  await page.keyboard.press("1");
  await second.rationale.fill("I measured 98.");
  await second.submit();
  await expect(second.sentence(1)).toHaveAccessibleName(/^Claim 1, false, disputed/);
  await second.choose(1);
  await second.show("Review");
  await expect(second.inspector.getByRole("article", { name: "Annotation by Rita One" })).toContainText(
    "The plan says 112.",
  );
  await expect(second.inspector.getByRole("heading", { name: "Adjudicate" })).toHaveCount(0);

  const editorsPage = await visit(desk.editor);
  const disputed = editorsPage.getByRole("link", { name: /^Disputed/ });
  const workbench = await WorkbenchPage.enter(editorsPage, () => disputed.click());
  await workbench.expectChosen(1);
  await workbench.show("Review");
  await expect(workbench.inspector).toContainText("I measured 98.");
  await expect(workbench.inspector).toContainText("The plan says 112.");
  await workbench.inspector
    .getByRole("group", { name: "Adjudicate" })
    .getByRole("button", { name: "Mostly true" })
    .click();
  const rule = workbench.inspector.getByRole("button", { name: "Rule", exact: true });
  await expect(rule).toBeDisabled();
  await workbench.inspector
    .getByRole("textbox", { name: "Reasons (needed)" })
    .fill("112 with the ramps, 98 without.");
  await rule.click();
  await expect(workbench.inspector.getByRole("heading", { name: "Ruling 1: Mostly true" })).toBeVisible();
  await expect(workbench.inspector.getByText(/^by adjudication, Edgar/)).toBeVisible();
  await expect(workbench.inspector.getByText("Dissent, Rita One: True")).toBeVisible();
  await expect(workbench.inspector.getByText("Dissent, Rui Two: False")).toBeVisible();
  await expect(second.sentence(1)).toHaveAccessibleName(/^Claim 1, mostly true, ruled/);
});

test("an editor who is a party to a dispute does not settle it", async ({ visit, desk }) => {
  const article = await createArticle(desk, { policy: "double_blind" });
  const claimId = article.claims[0]?.id ?? "";
  await annotate(desk.slug, desk.editor, claimId, { verdict: "true", submit: true });
  await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "false", submit: true });
  const review = await ReviewPage.open(await visit(desk.editor), desk, article.id);
  await expect(review.state("disputed")).toBeVisible();
  await expect(review.annotationOf("Rita One")).toBeVisible();
  await expect(review.main.getByRole("heading", { name: "Adjudicate" })).toHaveCount(0);
});

test("panel: three vote without seeing each other, two agree, the third's dissent stays on record", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk, { policy: "panel" });
  await annotate(desk.slug, desk.reviewer1, article.claims[0]?.id ?? "", {
    verdict: "true",
    rationale: "The plan says 112.",
    submit: true,
  });
  const author = await ReviewPage.open(await visit(desk.reviewer1), desk, article.id);
  await expect(author.state("submitted")).toBeVisible();
  await expect(author.main.getByRole("heading", { name: "Your vote" })).toHaveCount(0);

  const first = await ReviewPage.open(await visit(desk.reviewer2), desk, article.id);
  await first.vote("False", "It is 98.");
  await expect(first.state("in review")).toBeVisible();

  const editorsPage = await visit(desk.editor);
  const second = await ReviewPage.open(editorsPage, desk, article.id);
  await expect(second.main).toContainText("The plan says 112.");
  await expect(second.main).not.toContainText("It is 98.");
  const workbench = await WorkbenchPage.open(await editorsPage.context().newPage(), desk, article.id);
  await workbench.choose(1);
  await workbench.show("Review");
  await expect(workbench.inspector.getByText("voted; shown once you have voted")).toBeVisible();
  await expect(workbench.inspector).not.toContainText("It is 98.");
  await second.vote("True", "The plan is right.");
  await expect(workbench.inspector).toContainText("It is 98.");

  const third = await ReviewPage.open(await visit(desk.owner), desk, article.id);
  await third.vote("True", "");
  await expect(third.state("ruled")).toBeVisible();
  await expect(workbench.inspector.getByRole("heading", { name: "Ruling 1: True" })).toBeVisible();
  await expect(workbench.inspector.getByText(/^by panel vote, Olga/)).toBeVisible();
  await expect(workbench.inspector.getByText("Dissent, Rui Two: False")).toBeVisible();
  await expect(author.state("ruled")).toBeVisible();
});
