import { expect, fillSignIn, signOut, test } from "../fixtures";

test("signing in twice makes two sessions, and no cookie that was there before counts", async ({
  page,
  desk,
  context,
  baseURL,
}) => {
  // Fixation: a cookie that somebody else has put there is not the session afterwards.
  await context.addCookies([
    { name: "assay.session", value: "planted-canary", url: baseURL ?? "", httpOnly: true },
  ]);
  const cookieNow = async () => (await context.cookies()).find(({ name }) => name === "assay.session");
  await page.goto("/sign-in");
  await fillSignIn(page, desk.editor);
  await expect(page.getByRole("button", { name: /: menu$/ })).toBeVisible();
  const first = await cookieNow();
  expect(first).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(first?.value).not.toBe("planted-canary");
  const visible = await page.evaluate(
    () => document.cookie + JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(visible).not.toContain(first?.value ?? "-");
  expect(page.url()).not.toContain(first?.value ?? "-");
  await signOut(page);
  await page.goto("/sign-in");
  await fillSignIn(page, desk.editor);
  await expect(page.getByRole("button", { name: /: menu$/ })).toBeVisible();
  expect((await cookieNow())?.value).not.toBe(first?.value);
});
