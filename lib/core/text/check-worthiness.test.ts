import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkWorthiness } from "./check-worthiness";

const reasons = (sentence: string) => checkWorthiness(sentence).reasons.map(({ reason }) => reason);

describe("what makes a sentence worth checking", () => {
  it.each([
    [
      "The city spent 42 million euros, more than Hamburg, in 2019.",
      ["figure", "name", "comparison", "share", "date"],
    ],
    ["It is the largest bridge.", ["superlative"]],
    ["El desempleo cayó 3,4 % según el ministro.", ["figure", "comparison", "share", "quotation"]],
    ["بلغت النسبة ٤٢٪ هذا العام.", ["figure", "share"]],
    ["人口は1億2千万人です。", ["figure"]],
    ["Who built the old bridge?", ["question"]],
    ["I think the colour is terrible.", ["opinion"]],
    ["Photo: archive", ["fragment"]],
  ])("%s", (sentence, expected) => {
    expect(reasons(sentence)).toEqual(expected);
  });

  it("quotes the words that it goes by", () => {
    const { reasons: told } = checkWorthiness("Sales rose by 12.5 % last year.");
    expect(told.find(({ reason }) => reason === "figure")?.words).toBe("12.5");
    expect(told.find(({ reason }) => reason === "comparison")?.words).toBe("rose");
  });

  it("sorts a claim with figures and a comparison before a plain one, and both before a question", () => {
    const order = [
      "Why is that?",
      "The bridge stands in the city.",
      "The bridge is 112 metres long, longer than any other: the largest of 1931.",
    ].map((sentence) => checkWorthiness(sentence).score);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(3);
  });

  it("is the ground and its reasons, never below 0 or above 100, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const { score, reasons: told } = checkWorthiness(text);
        const sum = told.reduce((total, { points }) => total + points, 15);
        expect(score).toBe(Math.min(100, Math.max(0, sum)));
      }),
      { numRuns: 500 },
    );
  });

  it("reads a hostile text in one go", () => {
    for (const unit of ["A ", "“a", "1,", "A. ", "he said "]) {
      expect(checkWorthiness(unit.repeat(20_000)).score).toBeGreaterThanOrEqual(0);
    }
  });
});
