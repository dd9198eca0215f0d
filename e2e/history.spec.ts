import { readFile } from "node:fs/promises";
import { annotate, createArticle } from "@/seeds/factories";
import { sealWorkspace } from "@/lib/server/events/sealing";
import { expect, test } from "./fixtures";

test("an owner finds a line of history, sees what it changed, checks the seals and takes the history away", async ({
  visit,
  desk,
}) => {
  const { claims } = await createArticle(desk);
  const claimId = claims[1]?.id ?? "";
  await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
  await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "false", submit: true });
  await annotate(desk.slug, desk.reviewer2, claims[0]?.id ?? "", { verdict: "mixed", submit: true });
  await sealWorkspace(desk.workspaceId);

  const page = await visit(desk.owner);
  await page.getByRole("button", { name: /rooms of this desk/ }).click();
  await page.getByRole("link", { name: "History" }).click();
  const lines = page.getByRole("list", { name: "What happened, newest first" }).getByRole("listitem");
  await expect(lines.first()).toContainText("Rui Two submitted version 1");

  const filter = page.getByRole("form", { name: "Which lines" });
  await filter.getByLabel("Who").selectOption({ label: "Rita One" });
  await filter.getByLabel("What", { exact: true }).selectOption({ label: "Annotation submitted" });
  await filter.getByRole("button", { name: "Show these" }).click();
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText(/submitted version 2.*True.*became.*False.*Claim 2, The bridge/s);

  await page.getByRole("link", { name: "Check all seals" }).click();
  await expect(page.getByText("Every seal holds")).toBeVisible();
  await expect(lines).toHaveCount(2);

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Take away as CSV" }).click();
  const rows = (await readFile(await (await waiting).path(), "utf8")).trimEnd().split("\r\n");
  expect(rows).toHaveLength(3);
  expect(rows[1]).toContain("Rita One");
});
