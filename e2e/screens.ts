import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { listClaims } from "@/lib/server/articles/queries";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { announcePresence } from "@/lib/server/events/commands";
import { claimPart } from "@/lib/server/fits/commands";
import { createDesk, type Desk } from "@/seeds/factories";
import { seedLightship } from "@/seeds/lightship";
import { expect } from "./fixtures";
import { ReviewPage } from "./review-page";
import { WorkbenchPage } from "./workbench-page";

export type Screen = { readonly name: string; readonly show: (page: Page) => Promise<void> };

/** A desk with one article in every state, published once. */
export async function createBusyDesk(): Promise<Desk> {
  const desk = await createDesk("Harbour desk");
  await seedLightship(desk);
  return desk;
}

export async function openLightship(page: Page, desk: Desk): Promise<WorkbenchPage> {
  await page.goto(`/w/${desk.slug}`);
  const articles = page.getByRole("region", { name: "Articles" });
  const line = articles.getByRole("link", { name: "What the harbour museum says about its lightship" });
  return WorkbenchPage.enter(page, () => line.click());
}

async function openReport(page: Page, desk: Desk): Promise<void> {
  await openLightship(page, desk);
  await page.getByRole("link", { name: "Report", exact: true }).click();
  await expect(page.getByRole("complementary", { name: "Publishing" })).toBeVisible();
}

/** Every screen around the workbench for an editor, from the door to the page that everybody may read. */
export function screensOf(desk: Desk): readonly Screen[] {
  return [
    {
      name: "sign-in",
      show: async (page) => {
        await page.goto("/sign-in");
        await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
      },
    },
    {
      name: "home",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}`);
        await expect(page.getByRole("heading", { name: "Waiting for me" })).toBeVisible();
      },
    },
    {
      name: "queue",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/queue?kind=unassigned`);
        await expect(page.getByRole("heading", { name: "Nobody’s yet" })).toBeVisible();
      },
    },
    {
      name: "palette of the desk",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/queue?kind=unassigned`);
        await expect(page.getByRole("heading", { name: "Nobody’s yet" })).toBeVisible();
        await page.keyboard.press("ControlOrMeta+k");
        await page.keyboard.type("light");
        const palette = page.getByRole("dialog", { name: "Go to or do" });
        await expect(palette.getByRole("option", { name: /^Article: / })).toBeVisible();
      },
    },
    {
      name: "assigning",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/queue?kind=unassigned`);
        await page.getByRole("checkbox", { name: /^All \d+ here/ }).check();
        await page.getByRole("button", { name: /^Assign \d+$/ }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByRole("checkbox", { name: "Rita One" }).check();
        await dialog.getByRole("button", { name: "Show the plan" }).click();
        await expect(dialog.getByRole("region", { name: "The plan" })).toBeVisible();
      },
    },
    {
      name: "notifications",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/notifications`);
        await expect(page.getByRole("heading", { name: "Notifications" })).toBeVisible();
      },
    },
    {
      name: "what one is told",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/notifications/settings`);
        await expect(page.getByLabel("Mentioned")).toBeVisible();
      },
    },
    {
      name: "keys",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/settings/keys`);
        await page.getByRole("button", { name: "Next claim: change the key" }).click();
        await page.keyboard.press("k");
        await expect(page.getByRole("button", { name: "Swap the two" })).toBeFocused();
      },
    },
    {
      name: "import with preview",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/articles/new`);
        await page.getByLabel("Title").fill("The bridge");
        await page.getByLabel("Text").fill("The bridge is 112 metres long. It was opened in 1931.");
        await expect(page.getByText("2 sentences, each will be a claim")).toBeVisible();
      },
    },
    {
      name: "review",
      show: async (page) => {
        await openLightship(page, desk);
        await page.getByRole("link", { name: "Review", exact: true }).click();
        const review = new ReviewPage(page);
        await review.choose(9);
        await review.annotationOf("Rui Two").getByRole("button", { name: "Ask for changes" }).click();
        await expect(review.main.getByRole("checkbox", { name: "Wording" })).toBeVisible();
      },
    },
    { name: "report", show: (page) => openReport(page, desk) },
    {
      name: "public report",
      show: async (page) => {
        await openReport(page, desk);
        await page.getByRole("link", { name: "Report no. 1" }).click();
        await expect(page.getByText(/^Verdict report no\. 1, published/)).toBeVisible();
      },
    },
    {
      name: "review, many at once",
      show: async (page) => {
        await openLightship(page, desk);
        await page.getByRole("link", { name: "Review", exact: true }).click();
        const review = new ReviewPage(page);
        await review.choose(12);
        await expect(review.section("Verdict")).toContainText("differs");
        await review.waiting.getByRole("button", { name: "Approve many…" }).click();
        await expect(page.getByRole("button", { name: /^Approve \d/ })).toBeVisible();
      },
    },
    ...(["", "/scale", "/policies", "/sessions", "/tokens"] as const).map((path) => ({
      name: `settings${path}`,
      show: async (page: Page) => {
        await page.goto(`/w/${desk.slug}/settings${path}`);
        await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
      },
    })),
    {
      name: "not this role's",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/settings/webhooks`);
        await expect(page.getByRole("heading", { name: "Your role does not allow this" })).toBeVisible();
      },
    },
    {
      name: "the API",
      show: async (page: Page) => {
        await page.goto("/docs");
        await page.getByText("put", { exact: true }).first().click();
        await expect(page.getByRole("heading", { name: "Shapes" })).toBeVisible();
      },
    },
    {
      name: "bin",
      show: async (page: Page) => {
        await page.goto(`/w/${desk.slug}/bin`);
        await expect(page.getByRole("heading", { name: "Bin" })).toBeVisible();
      },
    },
    {
      name: "validate",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/validate`);
        await page.getByLabel("JSON-LD").fill('{"@type":"ClaimReview","url":"/"}');
        await page.getByRole("button", { name: "Validate" }).click();
        await expect(page.getByText("E2 · address of the full check")).toBeVisible();
      },
    },
    {
      name: "sources",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/sources?q=brunshafen`);
        await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
      },
    },
    {
      name: "source",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/sources`);
        await page.getByRole("link", { name: "Register of ships, entry 1907/33" }).click();
        await expect(page.getByRole("heading", { name: "Snapshots" })).toBeVisible();
      },
    },
    {
      name: "evidence of a claim",
      show: async (page) => {
        const workbench = await openLightship(page, desk);
        await workbench.choose(13);
        await workbench.inspector.getByRole("link", { name: "Evidence, to check it again" }).click();
        await expect(page.getByRole("heading", { name: /^What a reader needs/ })).toBeVisible();
      },
    },
    {
      name: "not found",
      show: async (page) => {
        await page.goto("/w/nobody-s-desk");
        await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
      },
    },
  ];
}

/** The workbench, with and without a claim on the table, and its dialogs. */
export function workbenchScreensOf(desk: Desk): readonly Screen[] {
  const withClaim = (
    name: string,
    ordinal: number,
    then: (workbench: WorkbenchPage) => Promise<void>,
  ): Screen => ({
    name: `workbench, ${name}`,
    show: async (page) => {
      const workbench = await openLightship(page, desk);
      await workbench.choose(ordinal);
      await then(workbench);
    },
  });
  const dialog = (key: string, name: string) => async (workbench: WorkbenchPage) => {
    await expect(workbench.rationale).toBeVisible();
    await workbench.page.keyboard.press(key);
    await expect(workbench.page.getByRole("dialog", { name })).toBeVisible();
  };
  return [
    {
      name: "workbench, nothing chosen",
      show: async (page) => {
        await openLightship(page, desk);
      },
    },
    withClaim("table", 8, async ({ page }) => {
      await page.keyboard.press("t");
      await page.getByLabel("Mark claim 9").check();
      await expect(page.getByRole("group", { name: "Marked claims" })).toBeVisible();
    }),
    withClaim("palette", 8, dialog("ControlOrMeta+k", "Go to or do")),
    withClaim("claim", 8, async (workbench) => {
      await workbench.give("Mixed");
      await workbench.inspector.getByText("Editor: what to do with this claim").click();
      await expect(workbench.inspector.getByLabel("Disposition")).toBeVisible();
    }),
    withClaim("notes", 12, async (workbench) => {
      await workbench.show("Notes");
      await expect(workbench.inspector.getByRole("article")).toContainText("school classes");
    }),
    withClaim("review of a dispute", 12, async (workbench) => {
      await workbench.show("Review");
      await expect(workbench.inspector.getByRole("heading", { name: "Adjudicate" })).toBeVisible();
    }),
    withClaim("history", 3, async (workbench) => {
      await workbench.show("History");
      await expect(workbench.inspector.getByRole("listitem").first()).toBeVisible();
    }),
    withClaim("source dialog", 7, dialog("s", "Add a source")),
    withClaim("search dialog", 7, dialog("l", "Log a search")),
    withClaim("keys", 7, dialog("?", "Keys")),
    withClaim("colleagues here and changes waiting", 7, async ({ page }) => {
      await disturb(desk, page);
      await expect(page.getByRole("button", { name: "1 change" })).toBeVisible();
      await expect(page.getByRole("list", { name: "Here too" })).toContainText(
        "Rita One is on claim 5, writing",
      );
    }),
  ];
}

/** Two colleagues are there, one of them writes; the owner claims a word on its own. */
async function disturb(desk: Desk, page: Page): Promise<void> {
  const articleId = /articles\/([^/?]+)/.exec(page.url())?.[1] ?? "";
  const at = { workspace: desk.slug, articleId };
  const claims = await listClaims(desk.owner.actor, at);
  const [fifth, ninth] = [claims[4], claims[8]];
  if (!fifth || !ninth) throw new Error("The article has fewer claims than it had");
  const here = (claimId: string, typing: boolean) => ({ tab: randomUUID(), claimId, typing, leaving: false });
  await announcePresence(desk.reviewer1.actor, at, here(fifth.id, true));
  await announcePresence(desk.reviewer2.actor, at, here(ninth.id, false));
  const { id: claimId, start, text } = ninth;
  const { version: baseVersion } = (await getClaimDetail(desk.owner.actor, { ...at, claimId })).claim;
  await claimPart(
    desk.owner.actor,
    { ...at, claimId, baseVersion },
    { start, end: start + text.indexOf(" ") },
  );
}
