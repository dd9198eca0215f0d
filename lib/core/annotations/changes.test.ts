import { describe, expect, it } from "vitest";
import type { Source } from "../sources/source";
import type { AnnotationContent, Citation } from "./annotation";
import { emptyAnnotation } from "./empty-annotation";
import { annotationChanges, isUnchanged } from "./changes";

const citation = (id: string, quote = ""): Citation => ({
  source: { id, title: id } as Source,
  stance: "supports",
  quote,
  locator: null,
  accessedOn: null,
  archivedUrl: null,
  check: null,
});
const search = { query: "x", place: "y", searchedOn: null, sought: null, useful: false, outcome: "" };
const changes = (before: Partial<AnnotationContent>, after: Partial<AnnotationContent>) =>
  annotationChanges({ ...emptyAnnotation, ...before }, { ...emptyAnnotation, ...after });

describe("what a version changed", () => {
  it("is nothing between equals, whatever became of their snapshots", () => {
    const checked: Citation = { ...citation("a"), check: { snapshot: null, problem: "gone" } };
    expect(
      isUnchanged(
        changes(
          { citations: [citation("a")], searches: [search] },
          { citations: [checked], searches: [search] },
        ),
      ),
    ).toBe(true);
  });

  it("tells verdict, confidence, words and answer", () => {
    const found = changes(
      { verdict: "true" },
      { verdict: null, confidence: 2, rationale: "So", noSourceFound: true },
    );
    expect(found).toMatchObject({
      verdict: { before: "true", after: null },
      confidence: { before: null, after: 2 },
      rationale: { before: "", after: "So" },
      noSourceFound: { before: false, after: true },
    });
    expect(isUnchanged(found)).toBe(false);
  });

  it("tells citations and searches apart, also equal ones", () => {
    const { citations, searches } = changes(
      { citations: [citation("a", "one"), citation("b"), citation("b")] },
      { citations: [citation("a", "two"), citation("b")], searches: [search, search] },
    );
    expect(citations.added.map(({ quote }) => quote)).toEqual(["two"]);
    expect(citations.removed.map(({ source, quote }) => [source.id, quote])).toEqual([
      ["a", "one"],
      ["b", ""],
    ]);
    expect(searches).toEqual({ added: [search, search], removed: [] });
  });
});
