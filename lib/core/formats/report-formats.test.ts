import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleReport } from "@/seeds/report-content";
import { contentDisposition, fileName, findFormat, reportFormats } from "./catalogue";
import { csvRow, readCsvRows, restoreCell } from "./csv-cells";
import { readJsonReport } from "./json";

function written(key: string, content = sampleReport): string {
  const format = findFormat(key);
  if (!format) throw new Error(key);
  return [...format.write(content)].join("");
}

describe("CSV", () => {
  it("claims: one row each, formulas disarmed, quotes doubled", () => {
    expect(written("csv").split("\r\n")).toEqual([
      "ordinal,kind,start,end,text,wording,disposition,verdict,verdict_label,method,rationale,decided_at,checkers,dissent,citations,searches,claim_id",
      `1,sentence,0,29,"She said ""it is 4 m"", roughly.",It is 4 m long,to_check,mostly_true,Mostly true,agreement,'=SUM(A1),2026-05-02T10:00:00.000Z,2,,2,0,c1`,
      "2,sentence,30,50,Nobody built higher.,,to_check,not_enough_evidence,Not enough evidence,panel,,2026-05-03T10:00:00.000Z,4,true,0,1,c2",
      "3,sentence,51,69,<b>It is nice</b>.,,opinion,,,,,,,,,,c3",
      "4,sentence,70,84,العربية جميلة.,,to_check,,,,,,,,,,c4",
      "",
    ]);
  });

  it("citations: a second table, tied to the claims", () => {
    expect(written("csv-citations").split("\r\n")).toEqual([
      "claim_ordinal,stance,title,publisher,author,published_on,url,medium,quote,locator,accessed_on,archived_url,claim_id",
      `1,supports,Survey of 2022,City,"Ann, Bo",2022,https://city.example/survey,web_text,"4.02 m\nat noon",p. 3,2026-05-01,https://archive.example/1,c1`,
      "1,refutes,Phone call,,,,,phone_call,'-4 m,,,,c1",
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
  it("is the whole content and reads back to the same bytes", () => {
    expect(JSON.parse(written("json"))).toEqual(sampleReport);
    expect(written("json", readJsonReport(written("json")))).toBe(written("json"));
  });

  it("is valid for an article without claims", () => {
    expect(JSON.parse(written("json", { ...sampleReport, claims: [] }))).toEqual({
      ...sampleReport,
      claims: [],
    });
  });

  it("refuses what is not a report", () => {
    expect(() => readJsonReport('{"format":"assay-report/1"}')).toThrow();
  });
});

describe("HTML", () => {
  const html = written("html");

  it("matches the whole page", async () => {
    await expect(html).toMatchFileSnapshot("fixtures/report.html");
  });

  it("runs nothing and fetches nothing, whatever the claims say", () => {
    expect(html).toContain("&lt;b&gt;It is nice&lt;/b&gt;.");
    expect(html).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|\son\w+=/i);
  });

  it("sets the article's words in their own language and direction", () => {
    const arabic = written("html", {
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
