import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleReport, writeReport } from "@/seeds/report-content";
import { contentDisposition, fileName, findFormat, reportFormats } from "./catalogue";
import { csvRow, readCsvRows, restoreCell } from "./csv-cells";
import { readJsonReport } from "./read-json";

async function written(key: string, content = sampleReport): Promise<string> {
  return new TextDecoder().decode(await writeReport(key, content));
}

describe("CSV", () => {
  it("claims: one row each, formulas disarmed, quotes doubled", async () => {
    expect((await written("csv")).split("\r\n")).toEqual([
      "ordinal,kind,start,end,text,wording,disposition,verdict,verdict_label,method,rationale,decided_at,checkers,checked_by,dissent,citations,searches,claim_id",
      `1,sentence,0,29,"She said ""it is 4 m"", roughly.",It is 4 m long,to_check,mostly_true,Mostly true,agreement,'=SUM(A1),2026-05-02T10:00:00.000Z,2,,,2,0,c1`,
      "2,sentence,30,50,Nobody built higher.,,to_check,not_enough_evidence,Not enough evidence,panel,,2026-05-03T10:00:00.000Z,4,,true,0,1,c2",
      "3,sentence,51,69,<b>It is nice</b>.,,opinion,,,,,,,,,,,c3",
      "4,sentence,70,84,العربية جميلة.,,to_check,,,,,,,,,,,c4",
      "",
    ]);
  });

  it("citations and searches: tables of their own, tied to the claims", async () => {
    expect((await written("csv-citations")).split("\r\n")).toEqual([
      "claim_ordinal,stance,title,publisher,author,published_on,url,medium,quote,locator,accessed_on,archived_url,claim_id",
      `1,supports,Survey of 2022,City,"Ann, Bo",2022,https://city.example/survey,web_text,"4.02 m\nat noon",p. 3,2026-05-01,https://archive.example/1,c1`,
      "1,refutes,Phone call,,,,,phone_call,'-4 m,,,,c1",
      "",
    ]);
    expect((await written("csv-searches")).split("\r\n")).toEqual([
      "claim_ordinal,query,place,searched_on,outcome,claim_id",
      "2,tallest <ever>,Library,2026-05-02,No list,c2",
      "",
    ]);
  });

  it("gives any text back exactly, and no cell begins a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 6 }), (cells) => {
        const [row] = [...readCsvRows(csvRow(cells))];
        expect(row?.map(restoreCell)).toEqual(cells);
        for (const cell of row ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\0]/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("JSON", () => {
  it("is the whole content", async () => {
    expect(JSON.parse(await written("json"))).toEqual(sampleReport);
  });
  it("is valid for an article without claims", async () => {
    const empty = { ...sampleReport, claims: [] };
    expect(JSON.parse(await written("json", empty))).toEqual(empty);
  });
  it("refuses what is not a report, and says where it stops being JSON", () => {
    expect(readJsonReport('{"format":"assay-report/1"}')).toMatchObject({ ok: false });
    expect(readJsonReport('{"format":\n"assay-report/1",\nx}')).toEqual({
      ok: false,
      problems: [{ line: 3, message: "is no valid JSON" }],
    });
  });
});

describe.each([
  ["md", "report.md"],
  ["jsonl", "report.jsonl"],
  ["claimreview", "report.claimreview.json"],
  ["factchecktools", "report.factchecktools.json"],
  ["webannotation", "report.annotations.jsonld"],
  ["averitec", "report.averitec.json"],
  ["labelstudio", "report.labelstudio.json"],
  ["doccano", "report.doccano.jsonl"],
])("%s", (key, fixture) => {
  it("matches the whole file", async () => {
    await expect(await written(key)).toMatchFileSnapshot(`fixtures/${fixture}`);
  });
});

describe("every format", () => {
  it.each(reportFormats.map(({ key }) => key))("%s writes an article without claims", async (key) => {
    const bytes = await writeReport(key, { ...sampleReport, claims: [] });
    // Of lines there are none; everything else has a beginning and an end.
    expect(bytes.length > 0).toBe(key !== "jsonl");
  });
  it.each(["claimreview", "factchecktools", "webannotation", "averitec", "labelstudio", "doccano"])(
    "%s ends no script element and stays JSON, whatever a claim says",
    async (key) => {
      const [first, ...rest] = sampleReport.claims;
      if (!first) throw new Error("no claim");
      const words = "</script><script>alert(1)</script><!-- \u2028";
      const hostile = await written(key, {
        ...sampleReport,
        claims: [{ ...first, text: words, wording: words }, ...rest],
      });
      expect(hostile).not.toContain("<");
      for (const text of key === "doccano" ? hostile.trim().split("\n") : [hostile]) {
        expect(JSON.parse(text)).toBeTruthy();
      }
    },
  );
  it("counts code points where others do", async () => {
    const astral = {
      ...sampleReport,
      article: { ...sampleReport.article, text: `😀 ${sampleReport.article.text}` },
    };
    const moved = {
      ...astral,
      claims: astral.claims.map((claim) => ({ ...claim, start: claim.start + 3, end: claim.end + 3 })),
    };
    const document = JSON.parse(await written("doccano", moved)) as {
      text: string;
      label: [number, number, string][];
    };
    const [[start, end] = [0, 0]] = document.label;
    expect(Array.from(document.text).slice(start, end).join("")).toBe(sampleReport.article.text.slice(0, 29));
    expect(start).toBe(2);
  });
});

describe("HTML", () => {
  it("matches the whole page", async () => {
    await expect(await written("html")).toMatchFileSnapshot("fixtures/report.html");
  });

  it("runs nothing and fetches nothing, whatever the claims say", async () => {
    const html = await written("html");
    expect(html).toContain("&lt;b&gt;It is nice&lt;/b&gt;.");
    expect(html).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|\son\w+=/i);
  });

  it("sets the article's words in their own language and direction", async () => {
    const arabic = await written("html", {
      ...sampleReport,
      article: { ...sampleReport.article, language: "ar", direction: "rtl" },
    });
    expect(arabic).toContain('<h1 lang="ar" dir="rtl">');
  });
});

describe("the catalogue", () => {
  it("has one entry for each key", () => {
    expect(new Set(reportFormats.map(({ key }) => key)).size).toBe(reportFormats.length);
    expect(findFormat("exe")).toBeNull();
  });

  it.each([
    ["Ten claims, checked", "ten-claims-checked.json"],
    ["../../etc/passwd", "etc-passwd.json"],
    ["a\r\nSet-Cookie: x", "a-set-cookie-x.json"],
    ["Élan", "elan.json"],
    ["😀", "report.json"],
    ["x".repeat(300), `${"x".repeat(60)}.json`],
  ])("names the file of %j safely", (title, name) => {
    expect(fileName(title, { extension: "json" })).toBe(name);
  });

  it("says the name as RFC 6266 wants it", () => {
    expect(contentDisposition("عربي.csv")).toBe(
      `attachment; filename="____.csv"; filename*=UTF-8''%D8%B9%D8%B1%D8%A8%D9%8A.csv`,
    );
  });
});
