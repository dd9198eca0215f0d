import { createArticle, testPassword } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

test("an owner invites somebody, who joins with the link; removed mid-review, they are out at once", async ({
  desk,
  visit,
  visitAsStranger,
  guard,
}) => {
  const article = await createArticle(desk);
  const owner = await visit(desk.owner);
  await owner.goto(`/w/${desk.slug}/settings`);
  await owner.getByLabel("Their e-mail").fill(`nora.${desk.slug}@example.org`);
  await owner.getByRole("button", { name: "Invite", exact: true }).click();
  const link = await owner.getByLabel("The link").inputValue();
  await expect(owner.getByRole("button", { name: /^Revoke the invitation of nora/ })).toBeVisible();

  const nora = await visitAsStranger();
  await nora.goto(link);
  await expect(nora.getByRole("heading", { name: "Join Test desk" })).toBeVisible();
  await nora.getByLabel("Your name").fill("Nora New");
  await nora.getByLabel("Your password").fill("short");
  await nora.getByRole("button", { name: "Join Test desk" }).click();
  await expect(nora.getByText("needs at least 12 characters")).toBeVisible();
  await nora.getByLabel("Your name").fill("Nora New");
  await nora.getByLabel("Your password").fill(testPassword);
  await nora.getByRole("button", { name: "Join Test desk" }).click();
  await nora.getByLabel("E-mail").fill(`nora.${desk.slug}@example.org`);
  await nora.getByLabel("Password").fill(testPassword);
  await nora.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(nora.getByRole("button", { name: "Nora New: menu" })).toBeVisible();
  const workbench = await WorkbenchPage.open(nora, desk, article.id);
  await workbench.choose(1);
  await workbench.give("True");
  await expect(nora.getByText(/Saved/).first()).toBeVisible();

  // The link is used up.
  const late = await visitAsStranger();
  guard.expect(404);
  await late.goto(link);
  await expect(late.getByRole("heading", { name: "This invitation does not open any more" })).toBeVisible();

  guard.expect(401);
  await owner.reload();
  await owner.getByRole("button", { name: "Remove Nora New" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(owner.getByText("Nora New is off the desk")).toBeVisible();
  await nora.goto(`/w/${desk.slug}`);
  await expect(nora.getByRole("heading", { name: "Sign in to your desk" })).toBeVisible();
});

test("an owner gives a member a new password by a link", async ({ desk, visit, visitAsStranger }) => {
  const owner = await visit(desk.owner);
  await owner.goto(`/w/${desk.slug}/settings`);
  await owner.getByRole("button", { name: "New password for Edgar" }).click();
  const link = await owner.getByLabel("The link").inputValue();

  const edgar = await visitAsStranger();
  await edgar.goto(link);
  await expect(edgar.getByRole("heading", { name: "A new password for Edgar" })).toBeVisible();
  await edgar.getByLabel("Your password").fill("another long password");
  await edgar.getByRole("button", { name: "Set the password" }).click();
  await edgar.getByLabel("E-mail").fill(desk.editor.actor.email);
  await edgar.getByLabel("Password").fill("another long password");
  await edgar.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(edgar.getByRole("button", { name: "Edgar: menu" })).toBeVisible();
});

test("an owner sets another scale; a new article is judged by it", async ({ desk, visit }) => {
  const owner = await visit(desk.owner);
  await owner.goto(`/w/${desk.slug}/settings/scale`);
  await owner.getByRole("button", { name: "Change", exact: true }).click();
  await owner.getByLabel("Begin again with").selectOption("Magazine: OK, fix, query");
  await owner.getByRole("group", { name: "Query" }).getByLabel("Meaning").fill("Ask the author.");
  await owner.getByLabel("Guidelines").fill("Two sources for every number.");
  await owner.getByRole("button", { name: "Save as version 2" }).click();
  await expect(owner.getByRole("heading", { name: "Magazine: OK, fix, query version 2" })).toBeVisible();

  const article = await createArticle(desk);
  const workbench = await WorkbenchPage.open(owner, desk, article.id);
  await workbench.choose(1);
  await workbench.inspector.getByText("What the verdicts mean").click();
  await expect(workbench.inspector.getByText("Two sources for every number.")).toBeVisible();
  await expect(workbench.inspector.getByText("Ask the author.")).toBeVisible();
  await workbench.give("Fix");
});
