import type { BrowserContext, Page } from "@playwright/test";
import { reportFormats } from "@/lib/core/formats/catalogue";
import { expect, signIn, test } from "../fixtures";
import { memberPaths } from "./addresses";
import { createHostileDesk, type HostileDesk } from "./hostile-desk";
import { payloads } from "./payloads";

type Heard = { readonly harm: string[]; readonly violations: string[] };

/** Hears every payload that runs, every dialog that opens, and everything that the policy had to stop. */
async function listen(context: BrowserContext): Promise<Heard> {
  const heard: Heard = { harm: [], violations: [] };
  await context.exposeBinding("harm", ({ page }) => void heard.harm.push(page.url()));
  await context.exposeBinding(
    "violated",
    ({ page }, what: string) => void heard.violations.push(`${what} at ${page.url()}`),
  );
  await context.addInitScript(() => {
    const { violated } = globalThis as unknown as { violated: (what: string) => void };
    addEventListener("securitypolicyviolation", (event) => {
      violated(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  context.on("dialog", (dialog) => {
    heard.harm.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return heard;
}

/** Everything on the screen is pointed at and focused, as a person might. */
async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const element of document.querySelectorAll<HTMLElement>("main *, [role=dialog] *")) {
      for (const type of ["pointerenter", "mouseover", "pointerover"])
        element.dispatchEvent(new Event(type, { bubbles: true }));
    }
  });
}

async function openClaim(
  page: Page,
  { desk }: HostileDesk,
  at: HostileDesk["articles"][number],
): Promise<void> {
  await page.goto(`/w/${desk.slug}/articles/${at.article}?claim=${at.claim}`);
  const inspector = page.getByRole("region", { name: "Inspector" });
  await expect(inspector.getByRole("textbox", { name: "Why" })).toBeVisible();
  for (const tab of ["Notes", "Review", "History"]) {
    await inspector.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
    await expect(inspector.getByRole("tabpanel")).toBeVisible();
    await touchEverything(page);
  }
}

test("every screen with every payload runs none of them, and the policy has nothing to stop", async ({
  page,
  context,
  guard,
}) => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(150);
  const hostile = await createHostileDesk();
  const { desk, articles, source, report, claim } = hostile;
  const heard = await listen(context);
  await context.addCookies([]);
  await signIn(page, {
    ...desk.owner,
    actor: { ...desk.owner.actor, name: payloads[72]?.replaceAll(/\s+/g, " ") ?? "" },
  });
  const shown: string[] = [];
  const ids = { article: articles[0]?.article ?? "", claim: articles[0]?.claim ?? "", source, number: "1" };
  guard.expect(404);
  for (const path of [
    ...memberPaths(desk.slug, ids).filter((path) => !path.includes("/imports/")),
    `/w/${desk.slug}/sources?q=${encodeURIComponent("<script>harm(1)</script>")}`,
    `/w/${desk.slug}?x=${encodeURIComponent('"><script>harm(1)</script>')}`,
    `/sign-in?from=${encodeURIComponent("javascript:harm(1)")}&error=${encodeURIComponent("<script>harm(1)</script>")}`,
    `/r/${report}/1`,
    `/r/${report}/1/card`,
    `/r/${report}/claims/${claim}`,
    `/r/feeds/${desk.slug}`,
    `/r/${report}/1/export?format=html`,
  ]) {
    // A download does not open.
    await page.goto(path).catch((error: unknown) => {
      if (!String(error).includes("Download is starting")) throw error;
    });
    await touchEverything(page);
    shown.push(path);
  }
  for (const at of articles) await openClaim(page, hostile, at);
  expect(shown.length).toBeGreaterThan(25);
  expect(heard.harm).toEqual([]);
  expect(heard.violations).toEqual([]);
});

test("what runs is heard: the same listener hears a payload in a page that lets it run", async ({
  page,
  context,
}) => {
  const heard = await listen(context);
  await page.route("**/trap", (route) =>
    route.fulfill({ contentType: "text/html", body: "<img src=data:, onerror=harm(1)>" }),
  );
  await page.goto("/trap");
  await expect.poll(() => heard.harm.length).toBe(1);
});

test("links to other sites vouch for nothing and lead nowhere dangerous", async ({ page }) => {
  const { desk, articles, linked: source, report, claim } = await createHostileDesk();
  await signIn(page, {
    ...desk.owner,
    actor: { ...desk.owner.actor, name: payloads[72]?.replaceAll(/\s+/g, " ") ?? "" },
  });
  const ids = { article: articles[0]?.article ?? "", claim: articles[0]?.claim ?? "", source };
  const paths = [
    ...memberPaths(desk.slug, ids).filter((path) => /sources|claims|report$/.test(path)),
    `/r/${report}/1`,
    `/r/${report}/claims/${claim}`,
  ];
  let outside = 0;
  for (const path of paths) {
    await page.goto(path);
    const links = await page
      .locator("a[href]")
      .evaluateAll((all) =>
        all.map((link) => ({ href: (link as HTMLAnchorElement).href, rel: (link as HTMLAnchorElement).rel })),
      );
    for (const { href, rel } of links) {
      expect(href, path).toMatch(/^(?:https?|mailto):/);
      if (new URL(href).origin === new URL(page.url()).origin || !href.includes("register.example")) continue;
      outside += 1;
      for (const word of ["noopener", "noreferrer", "nofollow"])
        expect(rel, `${path} ${href}`).toContain(word);
    }
  }
  expect(outside).toBeGreaterThan(0);
});

test("a download is a download", async ({ request }) => {
  const { report } = await createHostileDesk();
  for (const { key } of reportFormats) {
    const answer = await request.get(`/r/${report}/1/export?format=${key}`);
    expect(answer.status(), key).toBe(200);
    const { "content-disposition": disposition, "x-content-type-options": sniff } = answer.headers();
    expect(disposition, key).toMatch(/^attachment; filename="[^"\r\n]*"/);
    expect(sniff, key).toBe("nosniff");
  }
});
