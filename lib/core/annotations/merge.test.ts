import { describe, expect, it } from "vitest";
import type { Source } from "../sources/source";
import type { AnnotationContent, Citation, SearchEntry } from "./annotation";
import { emptyAnnotation } from "./empty-annotation";
import { mergeAnnotations } from "./merge";

const citation = (id: string, quote = "", stance: Citation["stance"] = "supports"): Citation => ({
  source: { id, title: id } as Source,
  stance,
  quote,
  locator: null,
  accessedOn: null,
  archivedUrl: null,
  check: null,
});
const search = (query: string): SearchEntry => ({
  query,
  place: "archive",
  searchedOn: null,
  sought: null,
  useful: false,
  outcome: "",
});
type Part = Partial<AnnotationContent>;
const merge = (base: Part, mine: Part, theirs: Part, wins: "mine" | "theirs" = "mine") => {
  const start = { ...emptyAnnotation, ...base };
  return mergeAnnotations(
    { base: start, mine: { ...start, ...mine }, theirs: { ...start, ...theirs } },
    wins,
  );
};
const quotes = ({ content }: ReturnType<typeof merge>) =>
  content.citations.map(({ source, quote }) => `${source.id}${quote}`);

describe("two changes of one annotation", () => {
  it("keeps what each side changed of different parts", () => {
    const { content, overlaps } = merge(
      { verdict: "true", rationale: "One. Two." },
      { verdict: "false", rationale: "One. Two. Three." },
      { confidence: 3, rationale: "Zero. Two.", citations: [citation("a")] },
    );
    expect(overlaps).toEqual([]);
    expect(content).toMatchObject({ verdict: "false", confidence: 3, rationale: "Zero. Two. Three." });
    expect(content.citations).toHaveLength(1);
  });

  it("names what both changed, and gives it to the winner", () => {
    const sides = [
      { verdict: "true", confidence: 1 },
      { verdict: "false", confidence: 2 },
      { verdict: "mixed", confidence: 2 },
    ] as const;
    expect(merge(...sides)).toMatchObject({
      overlaps: ["verdict"],
      content: { verdict: "false", confidence: 2 },
    });
    expect(merge(...sides, "theirs")).toMatchObject({ overlaps: ["verdict"], content: { verdict: "mixed" } });
  });

  it("has every citation and search that either added, and none that either took away", () => {
    const merged = merge(
      { citations: [citation("a"), citation("b")], searches: [search("old")] },
      { citations: [citation("b"), citation("c")], searches: [search("old"), search("mine")] },
      {
        citations: [citation("a"), citation("b"), citation("d"), citation("c")],
        searches: [search("theirs")],
      },
    );
    expect(merged.overlaps).toEqual([]);
    expect(quotes(merged)).toEqual(["b", "c", "d"]);
    expect(merged.content.searches.map(({ query }) => query)).toEqual(["mine", "theirs"]);
  });

  it("asks about a citation that both edited, or one edited and the other took away", () => {
    const base = { citations: [citation("a", " old"), citation("b")] };
    const mine = { citations: [citation("a", " mine"), citation("b")] };
    const theirs = { citations: [citation("a", " theirs"), citation("b"), citation("c")] };
    const [here, there] = [merge(base, mine, theirs), merge(base, mine, theirs, "theirs")];
    expect([here.overlaps, quotes(here)]).toEqual([["citations"], ["a mine", "b", "c"]]);
    expect([there.overlaps, quotes(there)]).toEqual([["citations"], ["a theirs", "b", "c"]]);
    const gone = { citations: [citation("b")] };
    expect([merge(base, gone, theirs).overlaps, quotes(merge(base, gone, theirs))]).toEqual([
      ["citations"],
      ["b", "c"],
    ]);
    expect(quotes(merge(base, gone, theirs, "theirs"))).toEqual(["a theirs", "b", "c"]);
    expect(merge(base, gone, gone)).toMatchObject({ overlaps: [], content: gone });
  });

  it("asks where one found nothing and the other found something", () => {
    const found = { citations: [citation("a")] };
    const merged = merge({}, { noSourceFound: true, searches: [search("x")] }, found);
    expect(merged.overlaps).toEqual(["noSourceFound"]);
    expect(merged.content).toMatchObject({ noSourceFound: false, ...found });
    const context = { citations: [citation("a", "", "context")] };
    expect(merge({}, { noSourceFound: true }, context)).toMatchObject({
      overlaps: [],
      content: { noSourceFound: true, ...context },
    });
  });
});
