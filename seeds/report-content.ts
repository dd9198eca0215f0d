import { findFormat } from "@/lib/core/formats/catalogue";
import type { ReportPlace } from "@/lib/core/formats/format";
import { streamOf, type ReportContent } from "@/lib/core/report/content";
import { defaultScale } from "@/lib/core/verdicts/default-scale";

const unruled = { wording: null, ruling: null };

/** A small report with what is hard to write down: formulas, quotes, markup, line breaks, two directions. */
export const sampleReport: ReportContent = {
  format: "assay-report/1",
  desk: "City desk",
  article: {
    id: "a1",
    title: "Tall <things>",
    byline: "R. Porter",
    publisher: "The Daily & Co",
    url: "https://daily.example/tall?a=1&b=2",
    publishedAt: "2026-04-30T00:00:00.000Z",
    language: "en",
    direction: "ltr",
    revision: 1,
    sha256: "0".repeat(64),
    text: 'She said "it is 4 m", roughly. Nobody built higher. <b>It is nice</b>. العربية جميلة.',
  },
  policy: "panel",
  scale: { key: "truth", version: 1, name: defaultScale.name, options: [...defaultScale.options] },
  claims: [
    {
      id: "c1",
      ordinal: 1,
      kind: "sentence",
      start: 0,
      end: 29,
      text: 'She said "it is 4 m", roughly.',
      wording: "It is 4 m long",
      disposition: "to_check",
      ruling: {
        verdict: "mostly_true",
        method: "agreement",
        rationale: "=SUM(A1)",
        decidedAt: "2026-05-02T10:00:00.000Z",
        checkers: 2,
        dissent: [],
        citations: [
          {
            title: "Survey of 2022",
            url: "https://city.example/survey",
            publisher: "City",
            author: "Ann, Bo",
            publishedOn: "2022",
            medium: "web_text",
            stance: "supports",
            quote: "4.02 m\nat noon",
            locator: "p. 3",
            accessedOn: "2026-05-01",
            archivedUrl: "https://archive.example/1",
          },
          {
            title: "Phone call",
            url: null,
            publisher: null,
            author: null,
            publishedOn: null,
            medium: "phone_call",
            stance: "refutes",
            quote: "-4 m",
            locator: null,
            accessedOn: null,
            archivedUrl: null,
          },
        ],
        searches: [],
      },
    },
    {
      id: "c2",
      ordinal: 2,
      kind: "sentence",
      start: 30,
      end: 50,
      text: "Nobody built higher.",
      wording: null,
      disposition: "to_check",
      ruling: {
        verdict: "not_enough_evidence",
        method: "panel",
        rationale: "",
        decidedAt: "2026-05-03T10:00:00.000Z",
        checkers: 4,
        dissent: ["true"],
        citations: [],
        searches: [
          { query: "tallest <ever>", place: "Library", searchedOn: "2026-05-02", outcome: "No list" },
        ],
      },
    },
    {
      id: "c3",
      ordinal: 3,
      kind: "sentence",
      start: 51,
      end: 69,
      text: "<b>It is nice</b>.",
      disposition: "opinion",
      ...unruled,
    },
    {
      id: "c4",
      ordinal: 4,
      kind: "sentence",
      start: 70,
      end: 84,
      text: "العربية جميلة.",
      disposition: "to_check",
      ...unruled,
    },
  ],
};

/** Where the sample is published. */
export const samplePlace: ReportPlace = {
  site: "https://desk.example",
  report: "https://desk.example/r/tall/1",
  claim: (id) => `https://desk.example/r/tall/claims/${encodeURIComponent(id)}`,
  publishedAt: "2026-05-04T08:00:00.000Z",
  corrections: [],
};

/** The report in one of the formats, as bytes. */
export async function writeReport(
  key: string,
  content: ReportContent = sampleReport,
  place: ReportPlace = samplePlace,
): Promise<Uint8Array> {
  const format = findFormat(key);
  if (!format) throw new Error(key);
  const pieces: Uint8Array[] = [];
  for await (const piece of format.write(streamOf(content), place)) {
    pieces.push(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
  }
  return new Uint8Array(pieces.flatMap((piece) => [...piece]));
}
