import { annotate, createArticle } from "@/seeds/factories";
import { expect, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

test("an editor splits a claim, takes it back, claims part of a sentence and merges two; a colleague sees it come", async ({
  visit,
  desk,
}) => {
  const article = await createArticle(desk);
  await annotate(desk.slug, desk.reviewer1, article.claims[0]?.id ?? "", { verdict: "true", submit: true });
  const page = await visit(desk.editor);
  const editor = await WorkbenchPage.open(page, desk, article.id);
  const colleague = await WorkbenchPage.open(await visit(desk.reviewer2), desk, article.id);
  await editor.choose(1);
  await editor.inspector.getByText("Editor: split, merge or claim a part").click();

  await editor.inspector.getByRole("button", { name: "112", exact: true }).click();
  await editor.inspector
    .getByRole("button", { name: "Split, and what was written goes with the second piece" })
    .click();
  const second = (bench: WorkbenchPage) =>
    bench.galley.getByRole("button", { name: /^Claim 2, stale.*112 metres long/ });
  await expect(second(editor)).toBeVisible();
  // Nothing moves under the colleague's hand before they ask for it.
  const waiting = colleague.page.getByRole("button", { name: "2 changes" });
  await expect(waiting).toBeVisible();
  await expect(second(colleague)).toBeHidden();
  await waiting.click();
  await expect(second(colleague)).toBeVisible();
  await expect(waiting).toBeHidden();
  await expect(editor.inspector.getByText("stale")).toBeVisible();
  await editor.inspector.getByRole("button", { name: "Take it back" }).click();
  await expect(
    editor.galley.getByRole("button", { name: /^Claim 2, not checked: It was opened/ }),
  ).toBeVisible();
  await expect(editor.inspector.getByText("submitted", { exact: true })).toBeVisible();

  await editor.inspector.getByRole("button", { name: "112", exact: true }).click();
  await editor.inspector.getByRole("button", { name: "metres", exact: true }).click();
  await editor.inspector.getByRole("button", { name: "Claim “112 metres” on its own" }).click();
  await expect(editor.inspector.getByText("Claimed on its own")).toBeVisible();
  await editor.inspector.getByRole("button", { name: "Merge with the next one" }).click();
  await expect(editor.inspector.getByRole("blockquote")).toHaveText(
    "The bridge is 112 metres long. It was opened in 1931.",
  );
  await editor.show("History");
  await expect(editor.inspector.getByText("merged the claim with its neighbours")).toBeVisible();

  // By key too, like any other change.
  const merged = editor.galley.getByRole("button", { name: /^Claim 2, not checked: It was opened/ });
  await expect(merged).toBeHidden();
  await editor.galley
    .getByRole("button", { name: /^Claim 1/ })
    .first()
    .focus();
  await page.keyboard.press("u");
  await expect(merged).toBeVisible();
  await page.keyboard.press("Shift+U");
  await expect(merged).toBeHidden();
});
