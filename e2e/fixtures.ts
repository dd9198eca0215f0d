import { expect, test as base, type BrowserContextOptions, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { sessionCookieName } from "@/lib/server/auth/options";
import { openSession } from "@/lib/server/auth/session-store";
import { env, origin } from "@/lib/server/env";
import { createDesk, testPassword, type Desk, type Person } from "@/seeds/factories";
import { ConsoleGuard } from "./console-guard";

type Journey = {
  /** A workspace of this test's own, with its own people. */
  readonly desk: Desk;
  /** What goes wrong in any browser of this test; a journey that provokes something declares it. */
  readonly guard: ConsoleGuard;
  /** A browser of somebody's own, signed in: nothing is shared with any other page of the test. */
  readonly visit: (person: Person, options?: BrowserContextOptions) => Promise<Page>;
  /** A browser of somebody whom nobody knows. */
  readonly visitAsStranger: (options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Journey>({
  // Playwright wants the dependencies named by destructuring, also where there are none.
  desk: async ({}, use) => {
    await use(await createDesk());
  },

  guard: async ({}, use) => {
    const guard = new ConsoleGuard();
    await use(guard);
    expect(guard.unexpected(), "nothing goes wrong that the journey did not provoke").toEqual([]);
  },

  context: async ({ context, guard }, use) => {
    guard.watch(context);
    await use(context);
  },

  visitAsStranger: async ({ browser, contextOptions, guard }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, ...options });
      guard.watch(context);
      opened.push(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },

  visit: async ({ visitAsStranger }, use) => {
    await use(async (person, options) => {
      const page = await visitAsStranger(options);
      await signIn(page, person);
      return page;
    });
  },
});

export { expect };

/** Opens the desk for somebody who has signed in before: with the cookie of a session that the server knows. */
export async function signIn(page: Page, person: Person): Promise<void> {
  const sid = await openSession(person.actor.userId, new Date());
  const value = await encode({ token: { sub: person.actor.userId, sid }, secret: env().ASSAY_SECRET });
  await page.context().addCookies([{ name: sessionCookieName(), value, url: origin(), httpOnly: true }]);
  await page.goto("/");
  await expectDesk(page, person);
}

/** Signs in through the form and waits for the desk. */
export async function signInByForm(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in");
  await fillSignIn(page, person);
  await expectDesk(page, person);
}

async function expectDesk(page: Page, { actor }: Person): Promise<void> {
  await expect(page.getByRole("button", { name: `${actor.name}: menu` })).toBeVisible();
}

/** Fills in the form that is on the screen and sends it. */
export async function fillSignIn(page: Page, person: Person, password = testPassword): Promise<void> {
  await page.getByLabel("E-mail").fill(person.actor.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /: menu$/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to your desk" })).toBeVisible();
}
