import { describe, expect, it } from "vitest";
import { layoutClaims } from "./layout-claims";

const claim = (id: string, start: number, end: number) => ({ id, start, end });

describe("layoutClaims", () => {
  it("says the same of a paragraph when it is looked at again after all the others", () => {
    const text = Array.from({ length: 1_000 }, (_, at) => `Line ${at}.`).join("\n");
    let from = 0;
    const claims = text.split("\n").map((line, at) => {
      const start = from;
      from += line.length + 1;
      return claim(`c${at}`, start, start + line.length);
    });
    const paragraphs = layoutClaims(text, claims);
    const first = paragraphs.map(({ pieces }) => pieces);
    expect(paragraphs).toHaveLength(1_000);
    expect(first[999]).toEqual([
      { text: "Line 999.", claimId: "c999", opens: true, closes: true, number: "margin" },
    ]);
    expect(paragraphs.map(({ pieces }) => pieces)).toEqual(first);
  });

  it("keeps every unit of a paragraph, once and in order, with the space between claims outside of them", () => {
    const text = "One is.  Two is.\n\nThree is.";
    const paragraphs = layoutClaims(text, [claim("a", 0, 7), claim("b", 9, 16), claim("c", 18, 27)]);
    expect(paragraphs.map(({ pieces }) => pieces.map((piece) => piece.text).join(""))).toEqual([
      "One is.  Two is.",
      "Three is.",
    ]);
    expect(paragraphs[0]?.pieces.map((piece) => [piece.text, piece.claimId])).toEqual([
      ["One is.", "a"],
      ["  ", null],
      ["Two is.", "b"],
    ]);
    expect(paragraphs[1]?.start).toBe(18);
  });

  it("gives the words of a part to the part and the rest to its sentence", () => {
    const pieces = layoutClaims("It is 324 m tall.", [claim("s", 0, 17), claim("p", 6, 11)])[0]?.pieces ?? [];
    expect(pieces.map((piece) => [piece.text, piece.claimId, piece.opens, piece.closes])).toEqual([
      ["It is ", "s", true, false],
      ["324 m", "p", true, true],
      [" tall.", "s", false, true],
    ]);
  });

  it("gives the shared words of two overlapping parts to the shorter one", () => {
    const pieces = layoutClaims("abcdefghij", [claim("s", 0, 10), claim("p", 1, 6), claim("q", 4, 7)])[0]
      ?.pieces;
    expect(pieces?.map((piece) => [piece.text, piece.claimId])).toEqual([
      ["a", "s"],
      ["bcd", "p"],
      ["efg", "q"],
      ["hij", "s"],
    ]);
  });

  it("opens a sentence after the part that it begins with", () => {
    const pieces = layoutClaims("abcdef", [claim("s", 0, 6), claim("p", 0, 2)])[0]?.pieces;
    expect(pieces?.map((piece) => [piece.text, piece.claimId, piece.opens, piece.closes])).toEqual([
      ["ab", "p", true, true],
      ["cdef", "s", true, true],
    ]);
  });

  it("carries a claim over a paragraph's end without losing or repeating its words", () => {
    const paragraphs = layoutClaims("One\n\ntwo", [claim("a", 0, 8)]);
    expect(paragraphs.map(({ pieces }) => pieces)).toEqual([
      [{ text: "One", claimId: "a", opens: true, closes: false, number: "margin" }],
      [{ text: "two", claimId: "a", opens: false, closes: true, number: "none" }],
    ]);
  });

  it("puts a number into the line where it would fall onto the one in the margin", () => {
    const long = "x".repeat(100);
    const text = `Short. ${long}. Next.`;
    const pieces =
      layoutClaims(text, [claim("a", 0, 6), claim("b", 7, 108), claim("c", 109, 114)])[0]?.pieces ?? [];
    expect(pieces.filter((piece) => piece.opens).map((piece) => piece.number)).toEqual([
      "margin",
      "line",
      "margin",
    ]);
  });

  it("has nothing to show for a text of white space", () => {
    expect(layoutClaims(" \n ", [])).toEqual([]);
  });
});
