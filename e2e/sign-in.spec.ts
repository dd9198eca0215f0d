import { createArticle, createDesk } from "@/seeds/factories";
import { expect, fillSignIn, signInByForm, signOut, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

test("a wrong password is said, the right one leads to the page one came for", async ({
  page,
  desk,
  guard,
}) => {
  guard.expect(401);
  const article = await createArticle(desk);
  const wanted = `/w/${desk.slug}/articles/${article.id}`;
  await page.goto(wanted);
  await expect(page.getByRole("heading", { name: "Sign in to your desk" })).toBeVisible();

  await fillSignIn(page, desk.reviewer1, "not the password");
  await expect(page.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(desk.reviewer1.actor.email);

  await fillSignIn(page, desk.reviewer1);
  await expect(page.getByRole("heading", { name: "The bridge" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(wanted);
});

test("signing in leads to the desk with what waits there", async ({ page, desk }) => {
  await createArticle(desk);
  await signInByForm(page, desk.editor);
  await expect(page).toHaveURL(`/w/${desk.slug}`);
  await expect(page.getByRole("heading", { name: "Test desk", level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Waiting for me" })).toBeVisible();
  await expect(page.getByRole("link", { name: "The bridge" })).toBeVisible();
  await expect(page.getByText("0 of 3 addressed")).toBeVisible();
});

test("after signing out the old cookie opens nothing and Back shows nothing of the desk", async ({
  page,
  desk,
  playwright,
  baseURL,
  context,
}) => {
  const article = await createArticle(desk);
  await signInByForm(page, desk.reviewer1);
  await WorkbenchPage.open(page, desk, article.id);
  const before = await context.storageState();
  await page.goto(`/w/${desk.slug}`);
  await signOut(page);

  await page.goBack();
  await expect(page.getByRole("heading", { name: "Sign in to your desk" })).toBeVisible();
  await expect(page.getByText("The bridge")).toHaveCount(0);

  const thief = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    storageState: before,
  });
  const api = await thief.get(`/api/v1/workspaces/${desk.slug}/articles/${article.id}`);
  expect(api.status()).toBe(401);
  expect(await api.text()).not.toContain("bridge");
  const read = await thief.get(`/w/${desk.slug}/articles/${article.id}`);
  expect(new URL(read.url()).pathname).toBe("/sign-in");
  await thief.dispose();
});

test("a stranger is told that there is nothing, whatever the address", async ({ page, desk, guard }) => {
  guard.expect(404);
  const elsewhere = await createDesk("Another desk");
  const article = await createArticle(elsewhere);
  await signInByForm(page, desk.owner);
  for (const path of ["", `/articles/${article.id}`, `/articles/${article.id}/review`, "/articles/new"]) {
    await page.goto(`/w/${elsewhere.slug}${path}`);
    await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
    await expect(page.getByText("bridge")).toHaveCount(0);
    await expect(page).not.toHaveTitle(/Another desk|bridge/);
  }
  // Its own desk's address with the other desk's article is no way in either.
  await page.goto(`/w/${desk.slug}/articles/${article.id}`);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
});

test("a browser that asks for an icon before it has read the page finds one", async ({ request }) => {
  const icon = await request.get("/favicon.ico");
  expect(icon.status()).toBe(200);
  expect((await icon.body()).subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]));
});

test("the demo desk is one click away: the seed article, seventeen sentences, a verdict by one key", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /^Mina Reviewer/ }).click();
  await expect(page.getByRole("heading", { name: "Demo desk", level: 1 })).toBeVisible();
  const line = page.getByRole("link", { name: /^Iraqi militias offer a truce/ });
  const workbench = await WorkbenchPage.enter(page, () => line.click());
  await expect(workbench.sentence(17)).toContainText("Now the militias are urging the authorities");
  await expect(workbench.sentence(18)).toHaveCount(0);
  await expect(workbench.galley.getByText("17 claims")).toBeVisible();
  await workbench.choose(6);
  await page.keyboard.press("4");
  await expect(workbench.verdict("Mostly true")).toHaveAttribute("aria-pressed", "true");
  await workbench.expectSaved();
  await expect(workbench.sentence(6)).toHaveAccessibleName(
    /^Claim 6, mostly true, in progress: The Pentagon/,
  );
});
