import { annotate, createArticle } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

test("claims are marked in the table and changed together; one undo takes all of it back", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk);
  const page = await visit(desk.editor);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await page.keyboard.press("t");
  const table = page.getByRole("table", { name: "Claims as a table" });
  const states = table.getByRole("row").getByRole("cell").nth(5);
  await expect(table.getByRole("row")).toHaveCount(4);
  await expect(states).toHaveText("not checked");
  await table.getByLabel("Mark claim 1").check();
  await table.getByLabel("Mark claim 3").click({ modifiers: ["Shift"] });
  const marked = page.getByRole("group", { name: "Marked claims" });
  await expect(marked.getByRole("status")).toHaveText("3 marked");

  await table.getByLabel("Mark claim 1").uncheck();
  await marked.getByRole("button", { name: "Merge neighbours" }).click();
  await expect(table.getByRole("row")).toHaveCount(3);
  await page.keyboard.press("u");
  await expect(table.getByRole("row")).toHaveCount(4);
  await table.getByLabel("Mark all that are shown").check();

  await marked.getByLabel("Disposition of the marked claims").selectOption("Opinion");
  await marked.getByRole("button", { name: "Change" }).click();
  await expect(table.getByRole("cell", { name: "Opinion" })).toHaveCount(3);
  await page.keyboard.press("u");
  await expect(table.getByRole("cell", { name: "not checked" })).toHaveCount(3);
  await page.keyboard.press("Shift+U");
  await expect(table.getByRole("cell", { name: "Opinion" })).toHaveCount(3);
  // What was done before a reload can still be undone.
  const listening = page.waitForResponse(/\/events\?article=/);
  await page.reload();
  await listening;
  await expect(table.getByRole("cell", { name: "Opinion" })).toHaveCount(3);
  await page.keyboard.press("u");
  await expect(table.getByRole("cell", { name: "not checked" })).toHaveCount(3);

  await table.getByLabel("Mark all that are shown").check();
  await marked.getByLabel("My verdict of the marked claims").selectOption("True");
  await marked.getByRole("button", { name: "Change" }).click();
  await expect(table.getByRole("cell", { name: "True", exact: true })).toHaveCount(3);
  await expect(table.getByRole("cell", { name: "in progress" })).toHaveCount(3);
  await page.keyboard.press("t");
  await expect(workbench.sentence(3)).toHaveAccessibleName(/^Claim 3, true, in progress/);
});

test("work that was given to many claims at once is taken back by one key, and given again", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk);
  const page = await visit(desk.editor);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await page.keyboard.press("t");
  const table = page.getByRole("table", { name: "Claims as a table" });
  await table.getByLabel("Mark all that are shown").check();
  await page.getByRole("group", { name: "Marked claims" }).getByRole("button", { name: "Assign…" }).click();
  const dialog = page.getByRole("dialog", { name: "Assign 3 claims" });
  await dialog.getByRole("checkbox", { name: "Rita One" }).check();
  await dialog.getByRole("button", { name: "Show the plan" }).click();
  await expect(dialog.getByRole("row", { name: "Rita One 3" })).toBeVisible();
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(dialog).toBeHidden();

  await page.keyboard.press("j");
  const assignments = workbench.inspector.getByRole("region", { name: "Assignments" });
  await expect(assignments).toContainText("Rita One is to annotate");
  for (const [key, told] of [
    ["u", "3 claims: what was there before is back"],
    ["Shift+U", "3 claims: done again"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByText(told)).toBeVisible();
    await expect(assignments.getByText("Rita One is to annotate")).toHaveCount(key === "u" ? 0 : 1);
  }
  await page.keyboard.press("u");
  await expect(assignments.getByText("Rita One is to annotate")).toHaveCount(0);
  await page.goto(`/w/${desk.slug}/queue?kind=unassigned&article=${article.id}`);
  await expect(page.getByRole("checkbox", { name: "All 3 here" })).toBeVisible();
});

test("a filter stands in the address: whoever is sent it sees the same claims", async ({ visit, desk }) => {
  const article = await createArticle(desk);
  const [first] = article.claims;
  await annotate(desk.slug, desk.reviewer1, first?.id ?? "", { verdict: "false", submit: true });
  const page = await visit(desk.reviewer1);
  const workbench = await WorkbenchPage.open(page, desk, article.id);
  await workbench.list.getByText("More filters").click();
  await workbench.list.getByLabel("Verdict").selectOption("False");
  await expect(workbench.list.getByRole("listitem")).toHaveCount(1);
  await workbench.list.getByLabel("Verdict").selectOption("any");
  const order = workbench.list.getByLabel("Order");
  await order.selectOption("most worth checking first");
  await expect(workbench.list.getByRole("listitem").first()).toContainText("opened in 1931");
  await expect(page).toHaveURL(/order=worth/);
  await order.selectOption("as in the text");
  await expect(workbench.list.getByRole("listitem").first()).toContainText("112 metres");
  await workbench.list.getByLabel("State").selectOption("not checked");
  await workbench.list.getByRole("searchbox").fill("colour");
  await expect(workbench.list.getByRole("listitem")).toHaveCount(1);
  await expect(page).toHaveURL(/state=unchecked.*q=colour/);

  const other = await visit(desk.editor);
  await other.goto(page.url());
  const theirs = new WorkbenchPage(other);
  await expect(theirs.list.getByRole("listitem")).toHaveCount(1);
  await expect(theirs.line(3)).toBeVisible();
  await expect(theirs.list.getByText("More filters: 1 in use")).toBeVisible();
});
