import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { reportContentSchema } from "@/lib/core/report/content";
import { annotate, createArticle } from "@/seeds/factories";
import { createCheckedArticle, ruleOn } from "./checked-article";
import { expect, test } from "./fixtures";

async function download(page: Page, label: string) {
  const coming = page.waitForEvent("download");
  await page
    .getByRole("navigation", { name: "Downloads" })
    .getByRole("link", { name: label, exact: true })
    .click();
  const file = await coming;
  const path = await file.path();
  return { name: file.suggestedFilename(), path, bytes: await readFile(path) };
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

test("the report tells summary, mix, verdicts and evidence of what stands now", async ({ visit, desk }) => {
  const article = await createCheckedArticle(desk);
  const page = await visit(desk.reviewer2);
  await page.goto(`/w/${desk.slug}/articles/${article.id}/report`);
  await expect(page.getByRole("heading", { name: "The bridge", level: 1 })).toBeVisible();
  await expect(
    page.getByText("2 of its 3 claims have a ruling: 1 mostly false, 1 true. One was not to be checked."),
  ).toBeVisible();
  await expect(page.getByRole("figure").getByRole("listitem")).toHaveText(["Mostly false 1", "True 1"]);

  const claims = page
    .getByRole("main")
    .getByRole("list")
    .filter({ has: page.getByRole("heading", { level: 2 }) });
  const claim = (words: string) =>
    claims.getByRole("listitem").filter({ has: page.getByRole("heading", { name: words }) });
  await expect(claim("The bridge is 112 metres long.")).toContainText("True");
  await expect(claim("The bridge is 112 metres long.")).toContainText("The plan says so.");
  await expect(claim("The bridge is 112 metres long.")).toContainText(
    "Plan of 1930 (opens in a new tab), Town archive, 1930, sheet 2",
  );
  await expect(claim("The bridge is 112 metres long.")).toContainText("“Length 112.0 m”");
  await expect(claim("It was opened in 1931.")).toContainText("Mostly false");
  await expect(claim("It was opened in 1931.")).toContainText("Refutes");
  await expect(claim("It was opened in 1931.")).toContainText(
    "“bridge opening 1931” in Town archive: Only the contract",
  );
  await expect(claim("Nobody likes its colour.")).toContainText("Opinion");
  // A reviewer reads and downloads; publishing is for editors.
  await expect(page.getByRole("button", { name: /^Publish/ })).toHaveCount(0);
});

test("the downloads say the same: CSV of claims and of citations, JSON, and one HTML file that needs nothing", async ({
  visit,
  visitAsStranger,
  desk,
}) => {
  const article = await createCheckedArticle(desk);
  const page = await visit(desk.editor);
  await page.goto(`/w/${desk.slug}/articles/${article.id}/report`);
  const [first, second, third] = article.claims;
  const [firstDecided, secondDecided] = article.decided;

  const claims = await download(page, "CSV, claims");
  expect(claims.name).toBe("the-bridge.csv");
  expect(claims.bytes.toString("utf8")).toBe(
    [
      "ordinal,kind,start,end,text,wording,disposition,verdict,verdict_label,method,rationale,decided_at,checkers,checked_by,dissent,citations,searches,claim_id",
      `1,sentence,0,30,The bridge is 112 metres long.,,to_check,true,True,agreement,The plan says so.,${firstDecided},2,,,1,1,${first}`,
      `2,sentence,31,53,It was opened in 1931.,,to_check,mostly_false,Mostly false,agreement,"A year too early: the register has ""1932"", not 1931.",${secondDecided},2,,,1,1,${second}`,
      `3,sentence,54,78,Nobody likes its colour.,,opinion,,,,,,,,,,,${third}`,
      "",
    ].join("\r\n"),
  );

  const citations = await download(page, "CSV, citations");
  expect(citations.name).toBe("the-bridge.citations.csv");
  expect(citations.bytes.toString("utf8")).toBe(
    [
      "claim_ordinal,stance,title,publisher,author,published_on,url,medium,quote,locator,accessed_on,archived_url,claim_id",
      `1,supports,Plan of 1930,Town archive,,1930,https://archive.example/plan,web_text,Length 112.0 m,sheet 2,,,${first}`,
      `2,refutes,"Bridge register, “sheet 7”",,,,,web_text,"Handed over, 3 May 1932",,2026-05-12,,${second}`,
      "",
    ].join("\r\n"),
  );

  const json = await download(page, "JSON");
  expect(json.name).toBe("the-bridge.json");
  const content = reportContentSchema.parse(JSON.parse(json.bytes.toString("utf8")));
  expect(content).toMatchObject({
    format: "assay-report/1",
    desk: "Test desk",
    policy: "single",
    article: { id: article.id, title: "The bridge", revision: 1 },
  });
  expect(content.article.sha256).toBe(sha256(Buffer.from(content.article.text, "utf8")));
  for (const { start, end, text } of content.claims)
    expect(content.article.text.slice(start, end)).toBe(text);
  expect(content.claims.map(({ ruling }) => ruling?.verdict ?? null)).toEqual(["true", "mostly_false", null]);
  expect(content.claims[1]?.ruling?.citations).toEqual([
    {
      title: "Bridge register, “sheet 7”",
      url: null,
      publisher: null,
      author: null,
      publishedOn: null,
      medium: "web_text",
      stance: "refutes",
      quote: "Handed over, 3 May 1932",
      locator: null,
      accessedOn: "2026-05-12",
      archivedUrl: null,
    },
  ]);

  const html = await download(page, "HTML");
  expect(html.name).toBe("the-bridge.html");
  expect(html.bytes.toString("utf8")).not.toMatch(/<script|<link|@import|url\(/);
  const reader = await visitAsStranger({ javaScriptEnabled: false, offline: true });
  await reader.setContent(html.bytes.toString("utf8"));
  await expect(reader.getByRole("heading", { name: "The bridge", level: 1 })).toBeVisible();
  await expect(reader.getByText("2 of 3 claims have a ruling, 1 was not to be checked")).toBeVisible();
  await expect(reader.getByRole("heading", { name: "2 It was opened in 1931." })).toBeVisible();
  await expect(reader.getByText('A year too early: the register has "1932", not 1931.')).toBeVisible();
  await expect(reader.getByRole("link", { name: "Plan of 1930" })).toHaveAttribute(
    "href",
    "https://archive.example/plan",
  );
});

test("a long export is written while one is away, and fetched later", async ({ visit, desk }) => {
  const article = await createCheckedArticle(desk);
  const page = await visit(desk.editor);
  const address = `/w/${desk.slug}/articles/${article.id}/report`;
  await page.goto(address);
  await page.getByLabel("Format").selectOption("JSON");
  await page.getByRole("button", { name: "Have it written" }).click();
  const exports = page.getByRole("list", { name: "Exports" });
  await expect(exports.getByRole("listitem")).toHaveCount(1);
  await page.goto("about:blank");
  await page.goto(address);
  const link = exports.getByRole("link", { name: /^JSON, \d+ kB$/ });
  await expect(link).toBeVisible();
  const event = page.waitForEvent("download");
  await link.click();
  const written = await readFile(await (await event).path());
  expect(written.equals((await download(page, "JSON")).bytes)).toBe(true);
});

test("with a claim open the report is not published; with all addressed it is, for every reader and for good", async ({
  visit,
  visitAsStranger,
  desk,
}) => {
  const article = await createArticle(desk);
  const [first, second, third] = article.claims.map(({ id }) => id) as [string, string, string];
  const searches = [{ query: "bridge", place: "town archive", outcome: "" }];
  await ruleOn(desk, first, { verdict: "true", rationale: "First reasons.", searches });
  await ruleOn(desk, second, { verdict: "false", searches });
  const page = await visit(desk.editor);
  await page.goto(`/w/${desk.slug}/articles/${article.id}/report`);
  const publishing = page.getByRole("complementary", { name: "Publishing" });
  await expect(publishing.getByText("Not ruled and not disposed yet")).toBeVisible();
  await expect(publishing.getByRole("button", { name: /^Publish/ })).toHaveCount(0);

  await ruleOn(desk, third, { verdict: "opinion", searches });
  await page.reload();
  await expect(publishing.getByText("Every claim is ruled or disposed")).toBeVisible();
  await publishing.getByRole("button", { name: "Publish report no. 1" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Published as report no. 1" })).toBeVisible();
  const link = publishing.getByRole("link", { name: "Report no. 1" });
  await expect(link).toBeVisible();
  const address = (await link.getAttribute("href")) ?? "";
  const json = await download(page, "JSON");

  const reader = await visitAsStranger();
  await reader.goto(address);
  await expect(reader.getByText(/^Verdict report no\. 1, published \d+ \w+ \d{4}$/)).toBeVisible();
  await expect(reader.getByRole("heading", { name: "The bridge", level: 1 })).toBeVisible();
  await expect(reader.getByText("First reasons.")).toBeVisible();
  const seal = `SHA-256 of this report in its JSON form: ${sha256(json.bytes)}`;
  await expect(reader.getByText(seal)).toBeVisible();

  // What happens afterwards changes nothing of it.
  await annotate(desk.slug, desk.reviewer1, first, {
    verdict: "false",
    rationale: "Second thoughts.",
    searches,
    submit: true,
  });
  await page.reload();
  await expect(publishing.getByText("Not ruled and not disposed yet")).toBeVisible();
  await reader.reload();
  await expect(reader.getByText(seal)).toBeVisible();
  await expect(reader.getByText("First reasons.")).toBeVisible();
  await expect(reader.getByText("Second thoughts.")).toHaveCount(0);
  // The address without a number leads to the newest one.
  await reader.goto(address.replace(/\/1$/, ""));
  await expect(reader).toHaveURL(address);
});

test("on paper there is the report and nothing of the desk around it", async ({ visit, desk }) => {
  const article = await createCheckedArticle(desk);
  const page = await visit(desk.editor);
  await page.goto(`/w/${desk.slug}/articles/${article.id}/report`);
  await expect(page.getByRole("banner")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "The bridge", level: 1 })).toBeVisible();
  await expect(page.getByText("A year too early")).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("complementary", { name: "Publishing" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Downloads" })).toBeHidden();

  await page.goto(`/w/${desk.slug}/articles/${article.id}`);
  await expect(page.getByRole("region", { name: "Article", exact: true })).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("region", { name: "Claims" })).toBeHidden();
  await expect(page.getByRole("region", { name: "Inspector" })).toBeHidden();
});

test("a report that nobody published, or that never was, is not found", async ({ page, desk, guard }) => {
  guard.expect(404);
  await createCheckedArticle(desk);
  for (const address of ["/r/the-bridge", "/r/the-bridge/1", "/r/the-bridge/0", "/r/the-bridge/x"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  }
});
