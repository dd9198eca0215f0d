import { describe, expect, it } from "vitest";
import type { AnnotationContent, Citation } from "../annotations/annotation";
import { emptyAnnotation } from "../annotations/empty-annotation";
import { replicationGaps } from "./replication";
import type { Source } from "./source";

const page: Source = {
  id: "1",
  url: "https://a.example/",
  title: "Page",
  publisher: null,
  author: null,
  publishedOn: null,
  medium: "web_text",
};
const snapshot = { id: "s", url: "https://a.example/", sha256: "0", takenAt: "2026-05-01T00:00:00Z" };
const whole: Citation = {
  source: page,
  stance: "supports",
  quote: "112 m",
  locator: null,
  accessedOn: "2026-05-01",
  archivedUrl: null,
  check: { snapshot, problem: null, finding: "exact", foundText: "112 m" },
};
const against: Citation = { ...whole, stance: "refutes" };
const gaps = (content: Partial<AnnotationContent>) =>
  replicationGaps({ ...emptyAnnotation, ...content }).map((gap) => gap.kind);
const search = { query: "x", place: "y", searchedOn: "2026-05-01", sought: null, useful: false, outcome: "" };

describe("what a reader would have to go without", () => {
  it.each<[string, Partial<AnnotationContent>, readonly string[]]>([
    ["all of it", {}, ["no_evidence"]],
    ["nothing", { citations: [whole, against] }, []],
    ["the other side", { citations: [whole] }, ["nothing_against"]],
    [
      "nothing, once it was looked for",
      { citations: [whole], searches: [{ ...search, sought: "refutes" }] },
      [],
    ],
    [
      "the side that a search was not for",
      { citations: [whole], searches: [{ ...search, sought: "supports" }] },
      ["nothing_against"],
    ],
    ["nothing, where no source was found", { searches: [search], noSourceFound: true }, []],
    ["when it was searched", { searches: [{ ...search, searchedOn: null }] }, ["searches_undated"]],
    ["the quote", { citations: [{ ...whole, quote: " " }, against] }, ["no_quote"]],
    ["the page as it was", { citations: [{ ...whole, check: null }, against] }, ["no_snapshot"]],
    [
      "the day and the page",
      { citations: [{ ...whole, accessedOn: null, check: { snapshot: null, problem: "gone" } }, against] },
      ["no_date", "no_snapshot"],
    ],
    [
      "the place in a book",
      { citations: [{ ...whole, source: { ...page, url: null }, check: null }, against] },
      ["no_locator"],
    ],
    [
      "the words themselves",
      {
        citations: [
          { ...whole, check: { snapshot, problem: null, finding: "not_found", foundText: null } },
          against,
        ],
      },
      ["quote_not_found"],
    ],
  ])("%s", (_name, content, expected) => {
    expect(gaps(content)).toEqual(expected);
  });

  it("no side is judged while stances are hidden", () => {
    const { stance: _hidden, ...evidence } = whole;
    expect(replicationGaps({ citations: [evidence], searches: [], noSourceFound: false })).toEqual([]);
  });
});
