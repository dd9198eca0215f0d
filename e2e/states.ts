import { expect, type Page, type Route } from "@playwright/test";
import { db } from "@/lib/server/db/client";
import { annotate, cite, createArticle, type Desk } from "@/seeds/factories";
import type { Screen } from "./screens";
import { ReviewPage } from "./review-page";
import { WorkbenchPage } from "./workbench-page";

const hebrew =
  "הגשר באורך 112 מטר. הוא נפתח בשנת 1931 על ידי ראש העיר. איש אינו אוהב את צבעו.\n\nהעיר שילמה 2.3 מיליון שקל (USD 620,000) על השיפוץ.";
const unbroken = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
const longTitle =
  "What the harbour museum, the port authority, the friends of the lightship and the city council each say about her length, her lamp, her crew and her price, and what their own papers say instead";

/** What a desk looks like before anything has happened at it. */
export function emptyScreensOf(desk: Desk): readonly Screen[] {
  return (
    [
      ["home", "", "No article here yet."],
      ["queue", "/queue", ""],
      ["notifications", "/notifications", ""],
      ["sources", "/sources", ""],
      ["insights", "/insights", ""],
      ["history", "/history", ""],
    ] as const
  ).map(([name, path, words]) => ({
    name: `empty, ${name}`,
    show: async (page) => {
      await page.goto(`/w/${desk.slug}${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      if (words !== "") await expect(page.getByText(words)).toBeVisible();
    },
  }));
}

/** Words from right to left, long ones, many: what a calm design breaks at. */
export function wordyScreensOf(desk: Desk): readonly Screen[] {
  const made = new Map<string, Promise<string>>();
  const once = (name: string, make: (desk: Desk) => Promise<string>) => {
    const id = made.get(name) ?? make(desk);
    made.set(name, id);
    return id;
  };
  const open = async (page: Page, id: string, ordinal: number) => {
    const workbench = await WorkbenchPage.open(page, desk, id);
    await workbench.choose(ordinal);
    await expect(workbench.rationale).toBeVisible();
    return workbench;
  };
  return [
    {
      name: "right to left, workbench",
      show: async (page) => {
        await open(page, await once("hebrew", makeHebrew), 2);
      },
    },
    {
      name: "right to left, table",
      show: async (page) => {
        await open(page, await once("hebrew", makeHebrew), 2);
        await page.keyboard.press("t");
        await expect(page.getByLabel("Mark claim 2")).toBeVisible();
      },
    },
    {
      name: "right to left, review",
      show: async (page) => {
        const review = await ReviewPage.open(page, desk, await once("hebrew", makeHebrew));
        await review.choose(1);
      },
    },
    {
      name: "right to left, report",
      show: async (page) => {
        await page.goto(`/w/${desk.slug}/articles/${await once("hebrew", makeHebrew)}/report`);
        await expect(page.getByRole("complementary", { name: "Publishing" })).toBeVisible();
      },
    },
    {
      name: "long words, workbench",
      show: async (page) => {
        await open(page, await once("long", makeLong), 1);
      },
    },
    {
      name: "long words, review",
      show: async (page) => {
        const review = await ReviewPage.open(page, desk, await once("long", makeLong));
        await review.choose(1);
      },
    },
    {
      name: "long words, home",
      show: async (page) => {
        await once("long", makeLong);
        await page.goto(`/w/${desk.slug}`);
        await expect(page.getByRole("link", { name: longTitle }).first()).toBeVisible();
      },
    },
    {
      name: "nothing passes the filter",
      show: async (page) => {
        await open(page, await once("long", makeLong), 1);
        await page.keyboard.press("/");
        await page.keyboard.type("zeppelin");
        await expect(page.getByText("No claim passes this filter.")).toBeAttached();
      },
    },
  ];
}

async function makeHebrew(desk: Desk): Promise<string> {
  const article = await createArticle(desk, { title: "הגשר", text: hebrew, language: "he" });
  const [first = "", second = ""] = article.claims.map(({ id }) => id);
  const plan = await cite(
    desk.slug,
    desk.reviewer1,
    { title: "תוכנית משנת 1930 (Plan of 1930)", publisher: "ארכיון העיר" },
    { quote: "אורך 112.0 מטר", locator: "גיליון 2" },
  );
  const rationale = "התוכנית אומרת 112.0 מטר, ראו sheet 2.";
  await annotate(desk.slug, desk.reviewer1, first, {
    verdict: "true",
    confidence: 4,
    rationale,
    citations: [plan],
    submit: true,
  });
  await annotate(desk.slug, desk.editor, second, { verdict: "mostly_false", rationale: "1932 ולא 1931." });
  return article.id;
}

async function makeLong(desk: Desk): Promise<string> {
  const text = `The ${unbroken} said so. ${"It went on and on, as if the council had nothing else to count. ".repeat(30)}`;
  const article = await createArticle(desk, { title: longTitle, text });
  const [first = ""] = article.claims.map(({ id }) => id);
  const source = await cite(
    desk.slug,
    desk.reviewer2,
    {
      title: `${longTitle}, in the version of the ${unbroken}`,
      url: `https://archive.example/${unbroken}`,
      publisher: unbroken.slice(0, 200),
    },
    { stance: "refutes", quote: `${unbroken}: ${"no such body. ".repeat(20)}`, locator: "p. 12" },
  );
  await annotate(desk.slug, desk.reviewer2, first, {
    verdict: "false",
    rationale: `There is no ${unbroken}. ${"I asked everywhere. ".repeat(60)}`,
    citations: [source],
    searches: [{ query: unbroken, place: unbroken.slice(0, 200), outcome: "" }],
    submit: true,
  });
  return article.id;
}

/** What is seen when something goes wrong. */
export function troubledScreensOf(desk: Desk): readonly Screen[] {
  const open = async (page: Page) => {
    const article = await createArticle(desk);
    const workbench = await WorkbenchPage.open(page, desk, article.id);
    return { workbench, article };
  };
  return [
    {
      name: "trouble, a claim cannot be read",
      show: async (page) => {
        await page.route("**/claims/*", (route) => route.abort("internetdisconnected"));
        const { workbench } = await open(page);
        await workbench.choose(1);
        await expect(workbench.inspector.getByText("The claim could not be read")).toBeVisible();
        await page.unroute("**/claims/*");
      },
    },
    {
      name: "trouble, offline",
      show: async (page) => {
        const { workbench } = await open(page);
        await workbench.choose(1);
        await expect(workbench.rationale).toBeVisible();
        await page.route("**/annotation", (route) => route.abort("internetdisconnected"));
        await page.keyboard.press("5");
        await expect(workbench.state("Offline, 1 waiting")).toBeVisible();
        await page.unroute("**/annotation");
      },
    },
    {
      name: "trouble, changed in two places",
      show: async (page) => {
        const { workbench, article } = await open(page);
        await workbench.choose(1);
        await expect(workbench.rationale).toBeVisible();
        const written = { rationale: "In the other tab I wrote that the plan says 112 metres." };
        const saveElsewhere = async (route: Route) => {
          await annotate(desk.slug, desk.editor, article.claims[0]?.id ?? "", written);
          await route.continue();
        };
        await page.route("**/annotation", saveElsewhere, { times: 1 });
        await workbench.rationale.fill("Here I wrote that the register says 111.8 metres.");
        await workbench.inspector.getByRole("button", { name: "Compare and choose" }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
      },
    },
    {
      name: "trouble, the page cannot be shown",
      show: async (page) => {
        const scale = await db().scale.findFirstOrThrow({ where: { workspaceId: desk.workspaceId } });
        const { workspaceId, key, name } = scale;
        await db().scale.create({
          data: { workspaceId, key, name, version: 999, guidelines: "", options: [] },
        });
        await page.goto(`/w/${desk.slug}/settings/scale`);
        await expect(page.getByRole("heading", { name: "This page could not be shown" })).toBeVisible();
      },
    },
  ];
}
