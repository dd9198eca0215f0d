import { db } from "@/lib/server/db/client";
import { createArticle, type Person } from "@/seeds/factories";
import { expect, fillSignIn, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

test("somebody signs out the browser that they left open elsewhere; what was written there is kept", async ({
  desk,
  visit,
  guard,
}) => {
  guard.expect(401);
  const article = await createArticle(desk);
  const there = await visit(desk.reviewer1);
  const workbench = await WorkbenchPage.open(there, desk, article.id);
  await workbench.choose(2);

  const here = await visit(desk.reviewer1);
  await here.goto(`/w/${desk.slug}/settings/sessions`);
  const list = here.getByRole("region", { name: "Where you are signed in" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list.getByText("This one")).toHaveCount(1);
  await list.getByRole("button", { name: "Sign out there" }).click();
  await expect(here.getByText(/^Signed out: /).first()).toBeVisible();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(here.getByRole("button", { name: "Sign out everywhere else" })).toBeHidden();

  await workbench.rationale.fill("Written after the door was shut");
  await expect(workbench.state("Signed out, 1 kept here")).toBeVisible();
  const banner = workbench.inspector.getByRole("alert").filter({ hasText: "You are signed out" });
  const opening = there.context().waitForEvent("page");
  await banner.getByRole("link", { name: "Sign in again" }).click();
  const door = await opening;
  await fillSignIn(door, desk.reviewer1);
  await expect(door.getByRole("heading", { name: "Test desk" })).toBeVisible();
  await there.reload();
  await expect(workbench.rationale).toHaveValue("Written after the door was shut");
  await workbench.expectSaved();
  await here.reload();
  await expect(list.getByRole("listitem")).toHaveCount(2);
});

test("whoever signed in long ago signs in again before they end a session elsewhere", async ({
  desk,
  visit,
  guard,
}) => {
  guard.expect(403);
  const [page] = [await visit(desk.editor), await visit(desk.editor)];
  await page.goto(`/w/${desk.slug}/settings/sessions`);
  const list = page.getByRole("region", { name: "Where you are signed in" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await signedInAnHourAgo(desk.editor);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  const told = page.getByRole("alert").filter({ hasText: "That was not done" });
  await expect(told.getByRole("link", { name: /Sign in again/ })).toBeVisible();
  await page.reload();
  await expect(list.getByRole("listitem")).toHaveCount(2);
});

async function signedInAnHourAgo({ actor: { userId } }: Person): Promise<void> {
  const createdAt = new Date(Date.now() - 3_600_000);
  await db().session.updateMany({ where: { userId }, data: { createdAt } });
}
