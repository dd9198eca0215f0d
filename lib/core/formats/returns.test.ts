import fc from "fast-check";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { sampleReport, writeReport } from "@/seeds/report-content";
import { dispositions } from "../claims/claim";
import type { ReportClaim, ReportContent } from "../report/content";
import { rulingMethods } from "../review/facts";
import { media, stances } from "../sources/source";
import { readAveritec } from "./read-averitec";
import { readCsvReport } from "./read-csv";
import { readJsonLines, readJsonReport } from "./read-json";
import { readMagazineTable } from "./read-spreadsheet";
import { readWebAnnotations } from "./read-web-annotation";
import type { ReadOutcome } from "./reading";

const desk = { desk: sampleReport.desk, scale: sampleReport.scale, policy: sampleReport.policy };

/** Text as PostgreSQL can keep it: whole characters of every kind, but no NUL. */
const storable = fc
  .string({ unit: "binary", maxLength: 30 })
  .filter((text) => !text.includes("\u0000") && text.isWellFormed());
const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .map((text) => text.replaceAll(/\s+/g, " ").trim())
  .filter((text) => text !== "");
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const address = orNull(fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href));
const moment = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = moment.map((text) => text.slice(0, 10));

const citation = fc.record({
  title: line,
  url: address,
  publisher: orNull(line),
  author: orNull(line),
  publishedOn: orNull(day),
  medium: fc.constantFrom(...media),
  stance: fc.constantFrom(...stances),
  quote: storable,
  locator: orNull(line),
  accessedOn: orNull(day),
  archivedUrl: address,
});
const search = fc.record({ query: line, place: line, searchedOn: orNull(day), outcome: storable });
const ruling = fc.record({
  verdict: fc.constantFrom(...desk.scale.options.map(({ key }) => key)),
  method: fc.constantFrom(...rulingMethods),
  rationale: storable,
  decidedAt: moment,
  checkers: fc.nat(9),
  dissent: fc.array(fc.constantFrom("true", "mixed"), { maxLength: 2 }),
  citations: fc.array(citation, { maxLength: 3 }),
  searches: fc.array(search, { maxLength: 2 }),
});

type Piece = {
  readonly text: string;
  readonly gap: string;
  readonly ruling: ReportClaim["ruling"];
  readonly wording: string | null;
};

const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 25 })
  .filter((text) => text.trim() !== "" && !text.includes("\u0000"));
const reports: fc.Arbitrary<ReportContent> = fc
  .record({
    pieces: fc.array(
      fc.record({
        text: words,
        gap: fc.constantFrom(" ", "\n\n", " (aside 😀) ", ""),
        ruling: orNull(ruling),
        wording: orNull(line),
      }),
      { maxLength: 5 },
    ),
    disposition: fc.constantFrom(...dispositions),
    url: address,
    publishedAt: orNull(moment),
    byline: orNull(line),
  })
  .map(({ pieces, disposition, ...article }) => toReport(pieces, disposition, article));

function toReport(
  pieces: readonly Piece[],
  disposition: ReportClaim["disposition"],
  article: object,
): ReportContent {
  let text = "";
  const claims: ReportClaim[] = pieces.map((piece, at) => {
    const start = text.length;
    text += piece.text + piece.gap;
    const { wording, ruling } = piece;
    return {
      id: `c${at + 1}`,
      ordinal: at + 1,
      kind: "sentence",
      start,
      end: start + piece.text.length,
      text: piece.text,
      wording,
      disposition: ruling ? "to_check" : disposition,
      ruling,
    };
  });
  // A part of a sentence lies over the sentence.
  const [whole] = claims;
  if (whole) claims.push({ ...whole, id: "part", kind: "part", ordinal: claims.length + 1 });
  return { ...sampleReport, article: { ...sampleReport.article, ...article, text }, claims };
}

const decode = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

async function comesBack(
  key: string,
  read: (bytes: Uint8Array) => Promise<ReadOutcome> | ReadOutcome,
  numRuns = 150,
) {
  await fc.assert(
    fc.asyncProperty(reports, async (report) => {
      const first = await writeReport(key, report);
      const found = await read(first);
      if (!found.ok) throw new Error(JSON.stringify(found.problems));
      const [again = { ...report, claims: [] }] = found.reports;
      expect(decode(await writeReport(key, again))).toBe(decode(first));
    }),
    { numRuns, endOnFailure: true },
  );
}

describe("export → import → export gives the same bytes", () => {
  it("JSON", () => comesBack("json", (bytes) => readJsonReport(decode(bytes))));
  it("JSON with lines that only JavaScript once ended", async () => {
    const [claim] = sampleReport.claims;
    const text = "One\u2028two\u2029three.";
    const claims = claim ? [{ ...claim, text, start: 0, end: text.length }] : [];
    const article = { ...sampleReport.article, text };
    const read = readJsonReport(decode(await writeReport("json", { ...sampleReport, article, claims })));
    expect(read.ok ? read.reports[0]?.claims[0]?.text : read.problems).toBe(text);
  });
  it("JSON Lines", () => comesBack("jsonl", (bytes) => readJsonLines(decode(bytes), desk)));
  it("Web Annotation", () => comesBack("webannotation", (bytes) => readWebAnnotations(decode(bytes), desk)));
  it("AVeriTeC", () => comesBack("averitec", (bytes) => readAveritec(decode(bytes), desk)));
  it("spreadsheet", () =>
    comesBack(
      "spreadsheet",
      async (bytes) => {
        const rows = await readSheet(Buffer.from(bytes));
        return readMagazineTable(
          rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : ""))),
          desk,
        );
      },
      25,
    ));
  it("CSV, all three tables", async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (report) => {
        const [claims = "", citations = "", searches = ""] = (
          await Promise.all(["csv", "csv-citations", "csv-searches"].map((key) => writeReport(key, report)))
        ).map(decode);
        const found = readCsvReport({ claims, citations, searches }, desk);
        if (!found.ok) throw new Error(JSON.stringify(found.problems));
        const [again = report] = found.reports;
        for (const [key, table] of Object.entries({
          csv: claims,
          "csv-citations": citations,
          "csv-searches": searches,
        })) {
          expect(decode(await writeReport(key, again))).toBe(table);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("what cannot be read is told with its line, and nothing of it is read", () => {
  it.each<[string, ReadOutcome, number, string]>([
    [
      "CSV without its columns",
      readCsvReport({ claims: "a,b\r\n1,2\r\n" }, desk),
      1,
      "has no column ordinal",
    ],
    ["JSON Lines with a broken line", readJsonLines('\n{"article":}\n', desk), 2, "is no valid JSON"],
    [
      "AVeriTeC without a claim",
      readAveritec('[\n {"claim": "x", "label": "Refuted"},\n {"label": "Refuted"}\n]', desk),
      3,
      "claim:",
    ],
    [
      "AVeriTeC with an odd date",
      readAveritec('[{"claim":"x","claim_date":"31-2-2020"}]', desk),
      1,
      "no day of the calendar: 31-2-2020",
    ],
    ["AVeriTeC that is no array", readAveritec('{"claim":"x"}', desk), 1, "no array"],
    ["a sheet without a fact", readMagazineTable([["A", "B"]], desk), 1, "does not name the columns"],
    [
      "a sheet with a strange mark",
      readMagazineTable(
        [
          ["Fact", "Source", "OK"],
          ["x", "", "maybe"],
        ],
        desk,
      ),
      2,
      "maybe",
    ],
    ["annotations of nothing", readWebAnnotations('{"id":"x"}', desk), 1, "no collection"],
  ])("%s", (_, outcome, at, message) => {
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ line: at, message: expect.stringContaining(message) as string }],
    });
  });

  it("AVeriTeC with missing keys, dates with or without zeros, and a Boolean answer", () => {
    const file = JSON.stringify([
      {
        claim: "It rained.",
        label: "Supported",
        claim_date: "03-4-2020",
        questions: [
          {
            question: "Did it?",
            answers: [{ answer: "Yes", answer_type: "Boolean", boolean_explanation: "The gauge." }],
          },
        ],
      },
      { claim: "It snowed." },
    ]);
    expect(readAveritec(file, desk)).toMatchObject({
      ok: true,
      reports: [
        {
          article: { publishedAt: "2020-04-03T00:00:00.000Z" },
          claims: [
            { ruling: { verdict: "true", citations: [{ title: "Did it?", quote: "Yes: The gauge." }] } },
          ],
        },
        { article: { publishedAt: null }, claims: [{ text: "It snowed.", ruling: null }] },
      ],
    });
  });
});
