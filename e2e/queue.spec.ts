import { createArticle } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

test("claims are dealt out evenly after a look at the plan; one is skipped, one handed over", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk, { policy: "double_blind" });
  const editor = await visit(desk.editor);
  const workbench = await WorkbenchPage.open(editor, desk, article.id);
  await workbench.galley.getByRole("link", { name: "Assign", exact: true }).click();
  await expect(editor.getByRole("heading", { name: "Nobody’s yet" })).toBeVisible();
  await editor.getByRole("checkbox", { name: "All 3 here" }).check();
  await editor.getByRole("button", { name: "Assign 3", exact: true }).click();
  const dialog = editor.getByRole("dialog", { name: "Assign 3 claims" });
  for (const name of ["Olga", "Rita One", "Rui Two"]) await dialog.getByRole("checkbox", { name }).check();
  await dialog.getByLabel("Members a claim").fill("2");
  await dialog.getByRole("button", { name: "Show the plan" }).click();
  const plan = dialog.getByRole("region", { name: "The plan" });
  for (const name of ["Olga", "Rita One", "Rui Two"]) {
    await expect(plan.getByRole("row", { name: `${name} 2` })).toBeVisible();
  }
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(editor.getByText("Every claim that is to be checked has been given")).toBeVisible();

  const reviewer = await visit(desk.reviewer1);
  await reviewer.getByRole("link", { name: "Whole queue" }).click();
  const skip = reviewer.getByRole("button", { name: /^Skip claim/ });
  await expect(skip).toHaveCount(2);
  await skip.first().click();
  await reviewer.getByRole("dialog").getByLabel("Why").fill("I wrote about this bridge");
  await reviewer.getByRole("dialog").getByRole("button", { name: "Skip" }).click();
  await expect(skip).toHaveCount(1);
  await reviewer.getByRole("button", { name: /^Hand over claim/ }).click();
  const handOver = reviewer.getByRole("dialog", { name: "Hand over to a colleague" });
  await handOver.getByLabel("To").selectOption("Edgar");
  await handOver.getByRole("button", { name: "Hand over" }).click();
  await expect(reviewer.getByText("Nothing is assigned to you.")).toBeVisible();

  await editor.getByRole("link", { name: /^Came back/ }).click();
  await expect(editor.getByText("Rita One skipped it: I wrote about this bridge")).toBeVisible();
  await editor.getByRole("link", { name: /^Assigned to me/ }).click();
  await expect(editor.getByText("to annotate, from Rita One")).toBeVisible();
});

test("a mention rings the bell, and is read in every tab at once", async ({ visit, desk }) => {
  const article = await createArticle(desk);
  const one = await visit(desk.reviewer2);
  const two = await one.context().newPage();
  for (const page of [one, two]) {
    await page.goto(`/w/${desk.slug}/notifications`);
    await expect(page.getByText("Nothing yet.")).toBeVisible();
  }

  const writer = await WorkbenchPage.open(await visit(desk.reviewer1), desk, article.id);
  await writer.choose(1);
  await writer.show("Notes");
  const note = writer.inspector.getByRole("textbox", { name: "New note" });
  await note.pressSequentially("Metres or yards, @ru");
  await expect(writer.inspector.getByRole("option", { name: "Rui Two" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await note.press("Enter");
  await expect(note).toHaveValue("Metres or yards, @Rui Two ");
  await writer.inspector.getByRole("button", { name: "Write the note" }).click();
  await expect(writer.inspector.getByRole("article")).toContainText("@Rui Two");

  // Nobody has reloaded anything.
  for (const page of [one, two]) {
    await expect(page.getByRole("link", { name: "Notifications, 1 unread" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Rita One mentioned you in a note" })).toBeVisible();
  }
  await one.getByRole("button", { name: "Mark all as read" }).click();
  for (const page of [one, two]) {
    await expect(page.getByRole("link", { name: "Notifications", exact: true }).last()).toBeVisible();
    await expect(page.getByRole("button", { name: "Mark all as read" })).toBeDisabled();
  }

  await one.goto(`/w/${desk.slug}/queue?kind=mentions`);
  await expect(one.getByText("Rita One: Metres or yards, @Rui Two")).toBeVisible();
  await note.pressSequentially("Feet, @ru");
  await note.press("Enter");
  await writer.inspector.getByRole("button", { name: "Write the note" }).click();
  await one.getByRole("button", { name: "Show it" }).click();
  await expect(one.getByText("Rita One: Feet, @Rui Two")).toBeVisible();
  await expect(one.getByRole("button", { name: "Show it" })).toHaveCount(0);
});
