import type { Page, Route } from "@playwright/test";
import { annotate, createArticle, type Desk, type Person } from "@/seeds/factories";
import { expect, fillSignIn, signIn, signOut, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

/** A colleague's or one's own other browser at the same claim. */
async function openClaim(page: Page, desk: Desk, articleId: string, ordinal: number): Promise<WorkbenchPage> {
  const workbench = await WorkbenchPage.open(page, desk, articleId);
  await workbench.choose(ordinal);
  await expect(workbench.rationale).toBeVisible();
  return workbench;
}

/** What one's own annotation says to whoever opens it anew. */
async function expectKept(page: Page, desk: Desk, articleId: string, ordinal: number, rationale: string) {
  const workbench = await openClaim(page, desk, articleId, ordinal);
  await expect(workbench.rationale).toHaveValue(rationale);
  await workbench.expectSaved();
}

test("what is written offline waits for ten minutes, says so, and is saved once the line is back", async ({
  page,
  context,
  desk,
  guard,
}) => {
  guard.expect("offline");
  const article = await createArticle(desk);
  await page.clock.install();
  await signIn(page, desk.reviewer1);
  const workbench = await openClaim(page, desk, article.id, 1);
  await workbench.choose(2);
  await expect(workbench.rationale).toBeVisible();

  await context.setOffline(true);
  await workbench.rationale.fill("Written in a tunnel");
  await expect(workbench.state("Offline, 1 waiting")).toBeVisible();
  await workbench.choose(1);
  await page.keyboard.press("5");
  await expect(workbench.state("Offline, 2 waiting")).toBeVisible();
  await workbench.rationale.fill("Also in the tunnel");
  await workbench.choose(2);
  await workbench.rationale.fill("Written in a tunnel, and on the bridge");
  await page.clock.fastForward("10:00");
  await expect(workbench.state("Offline, 2 waiting")).toBeVisible();

  await context.setOffline(false);
  await workbench.expectSaved();
  await expectKept(page, desk, article.id, 2, "Written in a tunnel, and on the bridge");
  await workbench.choose(1);
  await expect(workbench.rationale).toHaveValue("Also in the tunnel");
  await expect(workbench.verdict("True")).toHaveAttribute("aria-pressed", "true");
});

/** All drafts on this device, as they are stored. */
async function draftsOn(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((told) => {
        const asked = indexedDB.open("assay");
        asked.onsuccess = () => {
          const rows = asked.result.transaction("drafts").objectStore("drafts").getAll();
          rows.onsuccess = () => {
            asked.result.close();
            told(JSON.stringify(rows.result));
          };
        };
      }),
  );
}

/**
 * The tab is gone from one moment to the next, as when the battery dies, once `words` are on the device. One that is
 * only closed is let online by the browser before it ends, and now and then it saves in that moment what these tests
 * leave behind.
 */
async function die(page: Page, words: string): Promise<void> {
  await expect.poll(() => draftsOn(page)).toContain(words);
  const tools = await page.context().newCDPSession(page);
  const dead = page.waitForEvent("crash");
  // A dead tab gives no answer.
  void tools.send("Page.crash").catch(() => undefined);
  await dead;
  await page.close();
}

test("a tab that dies offline leaves its draft to the next one", async ({ page, context, desk, guard }) => {
  guard.expect("offline");
  const article = await createArticle(desk);
  await signIn(page, desk.reviewer1);
  const workbench = await openClaim(page, desk, article.id, 3);
  await context.setOffline(true);
  await workbench.rationale.fill("The last words before the battery died");
  await page.keyboard.press("Escape");
  await page.keyboard.press("0");
  await expect(workbench.verdict("Opinion")).toHaveAttribute("aria-pressed", "true");
  await expect(workbench.state("Offline, 1 waiting")).toBeVisible();
  await die(page, '"opinion"');

  await context.setOffline(false);
  const next = await context.newPage();
  const again = await WorkbenchPage.open(next, desk, article.id);
  await expect(
    next.getByRole("status").filter({ hasText: "A draft from before is being saved" }),
  ).toBeVisible();
  await again.choose(3);
  await expect(again.rationale).toHaveValue("The last words before the battery died");
  await expect(again.verdict("Opinion")).toHaveAttribute("aria-pressed", "true");
  await again.expectSaved();
  // Also for a browser that never had the draft.
  await context.clearCookies();
  await signIn(next, desk.reviewer1);
  await expectKept(next, desk, article.id, 3, "The last words before the battery died");
});

/** Two tabs of one person; the first one's save is on its way while the second one's arrives. */
async function writeInTwoTabs(page: Page, desk: Desk, person: Person, articleId: string) {
  await signIn(page, person);
  const first = await openClaim(page, desk, articleId, 1);
  const second = await openClaim(await page.context().newPage(), desk, articleId, 1);
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const underWay = page.waitForRequest((request) => request.method() === "PUT");
  await page.route("**/annotation", async (route: Route) => {
    await released;
    await route.continue();
  });
  await first.rationale.fill("Words of the first tab");
  await underWay;
  await second.rationale.fill("Words of the second tab");
  await second.expectSaved();
  release();
  await expect(first.state("Conflict: choose")).toBeVisible();
  return { first, second };
}

test("one person in two tabs: both texts are shown, and keeping this one keeps the other in the history", async ({
  page,
  desk,
  guard,
}) => {
  guard.expect(412);
  const article = await createArticle(desk);
  await annotate(desk.slug, desk.reviewer1, article.claims[0]?.id ?? "", { rationale: "As it began" });
  const { first, second } = await writeInTwoTabs(page, desk, desk.reviewer1, article.id);

  await first.inspector.getByRole("button", { name: "Compare and choose" }).click();
  const dialog = page.getByRole("dialog", { name: "Changed in two places" });
  await expect(dialog.getByText("Words of the first tab")).toBeVisible();
  await expect(dialog.getByText("Words of the second tab")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(first.state("Conflict: choose")).toBeVisible();
  await expect(first.rationale).toHaveValue("Words of the first tab");

  await first.inspector.getByRole("button", { name: "Compare and choose" }).click();
  await dialog.getByRole("button", { name: "Keep this, as version 3" }).click();
  await expect(dialog).toBeHidden();
  await expect(first.state("Saved, version 3")).toBeVisible();
  await expect(second.rationale).toHaveValue("Words of the first tab");
  await first.show("History");
  for (const version of [1, 2, 3]) {
    const line = first.inspector.getByRole("listitem").filter({ hasText: `saved version ${version}` });
    await expect(line).toBeVisible();
  }
});

test("one person in two tabs: taking the saved one ends the conflict with it", async ({
  page,
  desk,
  guard,
}) => {
  guard.expect(412);
  const article = await createArticle(desk);
  await annotate(desk.slug, desk.reviewer1, article.claims[0]?.id ?? "", { rationale: "As it began" });
  const { first } = await writeInTwoTabs(page, desk, desk.reviewer1, article.id);
  await first.inspector.getByRole("button", { name: "Compare and choose" }).click();
  await page.getByRole("button", { name: "Take the saved one" }).click();
  await expect(first.state("Saved, version 2")).toBeVisible();
  await expect(first.rationale).toHaveValue("Words of the second tab");
});

test("somebody signed out while writing keeps the draft, and signing in again saves it", async ({
  page,
  context,
  desk,
  guard,
}) => {
  guard.expect(401);
  const article = await createArticle(desk);
  await signIn(page, desk.reviewer1);
  const workbench = await openClaim(page, desk, article.id, 2);
  const elsewhere = await context.newPage();
  await elsewhere.goto(`/w/${desk.slug}`);
  await signOut(elsewhere);
  await elsewhere.close();

  await workbench.rationale.fill("Nobody told me that I had left");
  await expect(workbench.state("Signed out, 1 kept here")).toBeVisible();
  const banner = workbench.inspector.getByRole("alert").filter({ hasText: "You are signed out" });
  await expect(banner).toContainText("Your draft is kept on this device");
  const opening = context.waitForEvent("page");
  await banner.getByRole("link", { name: "Sign in again" }).click();
  const door = await opening;
  await fillSignIn(door, desk.reviewer1);
  await expect(door.getByRole("heading", { name: "Test desk" })).toBeVisible();

  await page.reload();
  await workbench.expectChosen(2);
  await expect(workbench.rationale).toHaveValue("Nobody told me that I had left");
  await workbench.expectSaved();
});

test("a second person at the same browser finds nothing of the first one's draft", async ({
  page,
  context,
  desk,
  guard,
}) => {
  guard.expect("offline");
  const article = await createArticle(desk);
  await signIn(page, desk.reviewer1);
  const workbench = await openClaim(page, desk, article.id, 1);
  await context.setOffline(true);
  await workbench.rationale.fill("For my eyes only");
  await expect(workbench.state("Offline, 1 waiting")).toBeVisible();
  await die(page, "For my eyes only");
  await context.setOffline(false);

  const shared = await context.newPage();
  await shared.goto(`/w/${desk.slug}`);
  await signOut(shared);
  await signIn(shared, desk.reviewer2);
  const other = await openClaim(shared, desk, article.id, 1);
  await expect(other.rationale).toHaveValue("");
  await other.give("Mixed");
  await other.show("History");
  await expect(other.inspector.getByRole("listitem")).toHaveCount(1);
  await expect(shared.getByText("For my eyes only")).toHaveCount(0);

  await shared.goto(`/w/${desk.slug}`);
  await signOut(shared);
  await signIn(shared, desk.reviewer1);
  await expectKept(shared, desk, article.id, 1, "For my eyes only");
});

test("a note that is being written survives another claim and a reload", async ({ page, desk }) => {
  const article = await createArticle(desk);
  await signIn(page, desk.reviewer1);
  const workbench = await openClaim(page, desk, article.id, 1);
  const note = workbench.inspector.getByRole("textbox", { name: "New note" });
  await page.keyboard.press("m");
  await expect(note).toBeFocused();
  await page.keyboard.type("Half a thought");
  await workbench.choose(2);
  await workbench.choose(1);
  await expect(note).toHaveValue("Half a thought");
  // The address is written as soon as there is time; the reload leads to the claim that it names.
  await expect(page).toHaveURL(new RegExp(`claim=${article.claims[0]?.id ?? "none"}`));
  await page.reload();
  await workbench.show("Notes");
  await expect(note).toHaveValue("Half a thought");
});
