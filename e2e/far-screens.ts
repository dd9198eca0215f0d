import { expect, type Page } from "@playwright/test";
import { changeArticle } from "@/lib/server/articles/commands";
import { askWaiver } from "@/lib/server/waivers/commands";
import { inviteMember } from "@/lib/server/members/commands";
import { addWebhook } from "@/lib/server/webhooks/commands";
import { publishReport } from "@/lib/server/reports/commands";
import { createArticle, type Desk } from "@/seeds/factories";
import { ruleOn } from "./checked-article";
import { openLightship, type Screen } from "./screens";

/** Screens that are a step further from the workbench: rooms of the desk, versions, publishing, links to join. */
export function farScreensOf(desk: Desk): readonly Screen[] {
  const parts = [roomsOf, versionsOf, publishingOf, importsOf, particularsOf, linksOf];
  return parts.flatMap((screensOf) => screensOf(desk));
}

/** Screens that only an owner may enter. */
export function ownerScreensOf(desk: Desk): readonly Screen[] {
  return [
    {
      name: "settings/webhooks",
      show: async (page) => {
        const url = "https://hooks.example.org/assay";
        await addWebhook(desk.owner.actor, { workspace: desk.slug }, { url, events: ["report.published"] });
        await page.goto(`/w/${desk.slug}/settings/webhooks`);
        await expect(heading(page, "Settings")).toBeVisible();
        await expect(page.getByText(url)).toBeVisible();
      },
    },
  ];
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });

function roomsOf(desk: Desk): readonly Screen[] {
  return (
    [
      ["insights", "Insights"],
      ["history", "History"],
    ] as const
  ).map(([room, name]) => ({
    name: room,
    show: async (page) => {
      await page.goto(`/w/${desk.slug}/${room}`);
      await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
    },
  }));
}

async function openVersions(page: Page, desk: Desk): Promise<void> {
  await openLightship(page, desk);
  await page.getByRole("link", { name: "Versions" }).click();
  await expect(heading(page, "Bring in a new version")).toBeVisible();
}

function versionsOf(desk: Desk): readonly Screen[] {
  return [
    { name: "versions", show: (page) => openVersions(page, desk) },
    {
      name: "versions, what changes",
      show: async (page) => {
        await openVersions(page, desk);
        await page.getByRole("button", { name: "Start from the text of revision 2" }).click();
        const field = page.getByLabel("The whole text as it is now");
        const text = (await field.inputValue())
          .replace("eleven men", "twelve men")
          .replace(" Entry has been free since 2012.", "");
        await field.fill(text);
        await page.getByRole("button", { name: "See what changes" }).click();
        await expect(page.getByRole("list", { name: "What becomes of the claims" })).toBeVisible();
      },
    },
    {
      name: "versions compared",
      show: async (page) => {
        await openVersions(page, desk);
        await page.goto(page.url().concat("/2?against=1"));
        await expect(page.getByRole("list", { name: "What becomes of the claims" })).toBeVisible();
      },
    },
  ];
}

function publishingOf(desk: Desk): readonly Screen[] {
  let checked: Promise<string> | null = null;
  return [
    {
      name: "report, a correction",
      show: async (page) => {
        checked ??= publishChecked(desk);
        await page.goto(`/w/${desk.slug}/articles/${await checked}/report`);
        await expect(heading(page, "This corrects report no. 1")).toBeVisible();
      },
    },
    {
      name: "report, a waiver asked for",
      show: async (page) => {
        await openLightship(page, desk);
        const articleId = /articles\/([^/?]+)/.exec(page.url())?.[1] ?? "";
        const claimIds = await page
          .locator("article [data-claim]")
          .evaluateAll((words) => words.map((one) => one.getAttribute("data-claim") ?? ""));
        const reason = "The archive is closed until autumn; the reader is told so.";
        const target = { workspace: desk.slug, articleId };
        await askWaiver(desk.owner.actor, target, { check: "both_sides_sought", claimIds, reason });
        await page.getByRole("link", { name: "Report", exact: true }).click();
        await expect(page.getByText("The archive is closed until autumn").first()).toBeVisible();
      },
    },
    {
      name: "public claim",
      show: async (page) => {
        await openLightship(page, desk);
        await page.getByRole("link", { name: "Report", exact: true }).click();
        await page.getByRole("link", { name: "Report no. 1" }).click();
        await page.locator('a[href*="/claims/"]').first().click();
        await expect(page).toHaveURL(/\/claims\//);
      },
    },
  ];
}

/** Published, and ruled otherwise since; cited is nothing that has an address, which nobody answers at. */
async function publishChecked(desk: Desk): Promise<string> {
  const { id, claims } = await createArticle(desk, { text: "The bridge was opened in 1931." });
  const [claimId = ""] = claims.map((claim) => claim.id);
  const searches = [{ query: "bridge opening 1931", place: "Town archive", outcome: "Only the contract" }];
  const rationale = "Of the opening there is no record.";
  await ruleOn(desk, claimId, { verdict: "not_enough_evidence", rationale, searches, noSourceFound: true });
  await publishReport(desk.owner.actor, { workspace: desk.slug, articleId: id });
  await ruleOn(desk, claimId, {
    verdict: "false",
    rationale: "The town clerk says 1932.",
    searches,
    noSourceFound: true,
  });
  return id;
}

function importsOf(desk: Desk): readonly Screen[] {
  return [
    {
      name: "import, refused",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/articles/new`);
        const broken = { name: "many.jsonl", mimeType: "", buffer: Buffer.from(manyArticles) };
        await page.getByLabel("Choose a file").setInputFiles(broken);
        await expect(heading(page, "many.jsonl")).toBeVisible();
        await expect(page.getByRole("status").filter({ hasText: "Done" })).toBeVisible();
      },
    },
  ];
}

/** Every twentieth of them is broken. */
const manyArticles = Array.from({ length: 60 }, (_, at) =>
  at % 20 === 19
    ? "{broken"
    : JSON.stringify({ title: `Lamps of 19${at + 10}`, text: `There were ${at} lamps.` }),
).join("\n");

function particularsOf(desk: Desk): readonly Screen[] {
  return [
    {
      name: "particulars, overtaken",
      show: async (page) => {
        const { id } = await createArticle(desk, { title: "The lamps of the harbour" });
        await page.goto(`/w/${desk.slug}/articles/${id}/particulars`);
        await page.getByLabel("Byline").fill("B. Writer");
        const target = { workspace: desk.slug, articleId: id, baseVersion: 1 };
        await changeArticle(desk.owner.actor, target, { byline: "A. Writer", url: longAddress });
        await page.getByRole("button", { name: "Save", exact: true }).click();
        await expect(page.getByText("The byline is now “A. Writer”.")).toBeVisible();
      },
    },
  ];
}

const longAddress = `https://paper.example/${"lamps-of-the-harbour-".repeat(12)}`;

function linksOf(desk: Desk): readonly Screen[] {
  return [
    {
      name: "invitation",
      show: async (page) => {
        const target = { workspace: desk.slug };
        const email = "new.colleague@example.org";
        const { link } = await inviteMember(desk.owner.actor, target, { email, role: "reviewer" });
        await page.goto(link ?? "");
        await expect(heading(page, "Join Harbour desk")).toBeVisible();
      },
    },
    {
      name: "link that is over",
      show: async (page) => {
        await page.goto("/reset/nobody-has-this-secret");
        await expect(page.getByRole("heading").first()).toBeVisible();
      },
    },
  ];
}
