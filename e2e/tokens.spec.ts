import { expect, test } from "./fixtures";

test("a token is made, shown once, opens the API for a program, and is revoked", async ({
  desk,
  visit,
  playwright,
  baseURL,
}) => {
  const page = await visit(desk.editor);
  await page.goto(`/w/${desk.slug}/settings/tokens`);
  await expect(page.getByText("No program has a way in.")).toBeVisible();
  await page.getByLabel("What it is for").fill("Newsroom system");
  await page.getByRole("button", { name: "Make token" }).click();
  const token = await page.getByLabel("The token", { exact: true }).inputValue();
  await expect(page.getByRole("heading", { name: "1 token in force" })).toBeVisible();

  const program = await playwright.request.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const articles = `/api/v1/workspaces/${desk.slug}/articles`;
  expect((await program.get(articles)).status()).toBe(200);
  expect((await program.post(articles, { data: { title: "x", text: "A." } })).status()).toBe(403);

  await page.reload();
  await expect(page.getByLabel("The token", { exact: true })).toBeHidden();
  await expect(page.getByText(/^Last used/)).toBeVisible();
  await page.getByRole("button", { name: "Revoke the token Newsroom system" }).click();
  await expect(page.getByText("No program has a way in.")).toBeVisible();
  expect((await program.get(articles)).status()).toBe(401);
  await program.dispose();
});
