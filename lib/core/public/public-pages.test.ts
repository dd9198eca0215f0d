import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { samplePlace, sampleReport } from "@/seeds/report-content";
import type { ReportClaim, ReportContent } from "../report/content";
import { validateMarkup } from "../validation/validate-markup";
import { cardPage, oembed } from "./card";
import { claimPage } from "./claim-page";
import { atomFeed } from "./feed";
import { notFoundPage } from "./not-found-page";
import type { Published, PublishedReport } from "./published";
import { reportPage } from "./report-page";

const [first, second] = sampleReport.claims as [ReportClaim, ReportClaim];
const correction = {
  number: 2,
  previous: 1,
  reason: "The survey <was> misread",
  correctedAt: "2026-05-06T09:00:00.000Z",
  claimIds: ["c1"],
  difference: [
    { claimId: "c1", ordinal: 1, text: first.text, kind: "verdict", before: "true", after: "mostly_true" },
  ],
} as const;

function published(content: ReportContent = sampleReport, more: Partial<PublishedReport> = {}): Published {
  const report = {
    content,
    slug: "tall",
    workspace: "city",
    number: 1,
    numbers: [1],
    publishedAt: "2026-05-04T08:00:00.000Z",
    sha256: "f".repeat(64),
    corrections: [],
    ...more,
  };
  return { report, place: { ...samplePlace, corrections: report.corrections } };
}

const corrected = published(sampleReport, { number: 2, numbers: [2, 1], corrections: [correction] });
const context = {
  now: "2026-11-22T00:00:00Z",
  site: samplePlace.site,
  scale: sampleReport.scale.options.map(({ label, rank }) => ({ label, rank })),
};

function pageOf({ report, place }: Published, claim: ReportClaim): string {
  if (!claim.ruling) throw new Error("not ruled");
  return claimPage({ report, place }, claim, claim.ruling);
}

describe("the page of a report", () => {
  const page = reportPage(published());
  it("says which it is, what it found, and how", () => {
    expect(page).toContain("Verdict report no. 1, published 4 May 2026");
    expect(page).toContain("2 of 4 claims have a ruling, 1 was not to be checked");
    expect(page).toContain('<link rel="canonical" href="https://desk.example/r/tall/1">');
    expect(page).toContain('<meta property="og:title"');
    expect(page).toContain('<a href="https://desk.example/r/tall/claims/c1">');
    expect(page).toContain("A panel voted on each claim");
    expect(page).toContain(`SHA-256 of this report in its JSON form: ${"f".repeat(64)}`);
  });
  it("shows the whole article, whatever lies over what", () => {
    const part = { ...first, id: "p", kind: "part", ordinal: 5, start: 4, end: 9 } as const;
    const galley = /<div class="galley"[^>]*>(.*?)<\/div>/s.exec(
      reportPage(published({ ...sampleReport, claims: [part, ...sampleReport.claims] })),
    )?.[1];
    const text = (galley ?? "").replaceAll(/<sup>\d+<\/sup>|<[^>]+>/g, "");
    expect(text.length).toBeGreaterThan(80);
    expect(text).not.toContain("undefined");
  });
  it("runs nothing, and needs nothing from elsewhere", () => {
    for (const html of [
      page,
      pageOf(published(), first),
      cardPage(published()),
      notFoundPage("https://desk.example"),
    ]) {
      expect(html.replaceAll(/<script type="application\/ld\+json">/g, "")).not.toMatch(
        /<script|\son\w+=|@import/i,
      );
      for (const [, address] of html.matchAll(/(?:src="|url\()([^")]+)/g))
        expect(address).toMatch(/^\/r\/fonts\//);
    }
  });
  it("carries no ClaimReview itself: each claim has its page", () => {
    expect(page).not.toContain('ClaimReview"');
    expect(page).not.toContain('application/ld+json">');
  });
  it("of the seed article has at most 50 kB", () => {
    const fixtures = join(import.meta.dirname, "../text/fixtures/seed-article.sentences.json");
    const { spans } = JSON.parse(readFileSync(fixtures, "utf8")) as {
      spans: { start: number; end: number; text: string }[];
    };
    const claims = spans.map(({ start, end, text }, at) => ({
      ...first,
      id: `c${at}`,
      ordinal: at + 1,
      start,
      end,
      text,
      wording: null,
    }));
    const whole = reportPage(published({ ...sampleReport, claims }));
    expect(claims.length).toBe(17);
    expect(new TextEncoder().encode(whole).length).toBeLessThanOrEqual(50_000);
  });
});

describe("the page of a claim", () => {
  it("has exactly one ClaimReview, without errors, that says what the page says", () => {
    for (const claim of [first, second]) {
      const page = pageOf(published(), claim);
      expect(page.split('type="application/ld+json"').length).toBe(2);
      expect(validateMarkup(page, context)).toMatchObject({ valid: true, claimReviews: 1, problem: null });
    }
  });
  it("is not ended by what a claim says", () => {
    const words = "</script><script>alert(1)</script>";
    const page = pageOf(published(), { ...first, text: words, wording: null });
    expect(page).not.toContain("<script>alert");
    expect(validateMarkup(page, context)).toMatchObject({ claimReviews: 1, problem: null });
  });
  it("tells a correction to readers and to machines, on the claims that it changed", () => {
    const page = pageOf(corrected, first);
    expect(page).toContain("Claim 1 went from “true” to “mostly true”.");
    expect(page).toContain('"@type":"CorrectionComment"');
    expect(page).toContain('"dateModified":"2026-05-06T09:00:00.000Z"');
    expect(validateMarkup(page, context).valid).toBe(true);
    expect(pageOf(corrected, second)).not.toContain("CorrectionComment");
    expect(reportPage(corrected)).toContain("The survey &lt;was&gt; misread");
    expect(reportPage(published(sampleReport, { numbers: [2, 1] }))).toContain("There is a newer report");
  });
});

describe("feed and card", () => {
  it("the feed is whole", () => {
    const entry = {
      slug: "tall",
      number: 2,
      title: "Tall & <b>\u0001",
      publishedAt: "2026-05-06T09:00:00.000Z",
      mix: "1 true",
    };
    const feed = { site: "https://desk.example", workspace: "city", desk: "City desk" };
    expect(
      atomFeed({
        ...feed,
        entries: [
          { ...entry, reason: "Misread" },
          { ...entry, number: 1, reason: null },
        ],
      }),
    ).toBe(
      `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>https://desk.example/r/feeds/city</id>
<title>City desk: verdict reports and corrections</title>
<link rel="self" href="https://desk.example/r/feeds/city"/>
<updated>2026-05-06T09:00:00.000Z</updated>
<author><name>City desk</name></author>
<entry>
<id>https://desk.example/r/tall/2</id>
<title>Correction no. 2: Tall &amp; &lt;b&gt;</title>
<link rel="alternate" type="text/html" href="https://desk.example/r/tall/2"/>
<published>2026-05-06T09:00:00.000Z</published>
<updated>2026-05-06T09:00:00.000Z</updated>
<summary>Misread</summary>
</entry>
<entry>
<id>https://desk.example/r/tall/1</id>
<title>Verdict report no. 1: Tall &amp; &lt;b&gt;</title>
<link rel="alternate" type="text/html" href="https://desk.example/r/tall/1"/>
<published>2026-05-06T09:00:00.000Z</published>
<updated>2026-05-06T09:00:00.000Z</updated>
<summary>1 true</summary>
</entry>
</feed>
`,
    );
  });
  it("the card is a frame around the report", () => {
    expect(oembed(published())).toMatchObject({
      version: "1.0",
      type: "rich",
      title: "Tall <things>",
      width: 560,
    });
    expect(oembed(published()).html).toContain('src="https://desk.example/r/tall/1/card"');
    expect(oembed(published()).html).toContain("Tall &lt;things&gt;");
  });
});
