import { describe, expect, it } from "vitest";
import { findQuote, QUOTE_THRESHOLD, quoteAt, type Quote } from "./quote";

const quote: Quote = {
  exact: "in 1931",
  prefix: "The bridge was opened ",
  suffix: " by the mayor of the town",
};
const best = (text: string, expected = 0) => findQuote(text, quote, expected)[0];

describe("findQuote", () => {
  it("scores the same surroundings above half of them, half above none, and near above far", () => {
    const at = (text: string) => best(text, text.indexOf(quote.exact))?.score ?? 0;
    const scores = [
      at("The bridge was opened in 1931 by the mayor of the town."),
      at("The bridge was opened in 1931 by the king of Sweden himself."),
      at("A tower was built in 1931 by the mayor of a village."),
      at("Prices fell sharply in 1931, all over Europe and beyond."),
    ];
    expect(scores).toEqual(scores.toSorted((one, two) => two - one));
    expect(new Set(scores).size).toBe(scores.length);
    expect(scores[1]).toBeGreaterThan(QUOTE_THRESHOLD);
    expect(scores[3]).toBeLessThan(QUOTE_THRESHOLD);
    const filler = "x ".repeat(100);
    const text = `in 1931 ${filler} in 1931`;
    expect(
      findQuote(text, { exact: "in 1931", prefix: "", suffix: "" }, text.length)[0]?.start,
    ).toBeGreaterThan(0);
  });

  it("takes the place with its surroundings before the nearer one without", () => {
    const text =
      "Prices fell in 1931. Long afterwards one read: The bridge was opened in 1931 by the mayor of the town.";
    expect(best(text)?.start).toBe(text.lastIndexOf("in 1931"));
  });

  it("wants whole words, and does not mind line breaks and curls", () => {
    expect(best("It was in 19312 and within 1931a.")).toBeUndefined();
    expect(best("Opened in\n 1931.")).toMatchObject({ start: 7, end: 15 });
    expect(
      findQuote("He said “it’s so”.", { exact: '"it\'s so"', prefix: "He said ", suffix: "." }, 0),
    ).toHaveLength(1);
    expect(findQuote("a.b", { exact: "a.b", prefix: "", suffix: "" }, 0)).toHaveLength(1);
    expect(findQuote("axb", { exact: "a.b", prefix: "", suffix: "" }, 0)).toHaveLength(0);
  });

  it("finds a quote inside a word again where it was taken from inside a word", () => {
    const text = "博物馆去年有六万名参观者。";
    const inner = quoteAt(text, { start: 6, end: 9 });
    expect(findQuote(`去年，${text}`, inner, 9)[0]).toMatchObject({ start: 9, end: 12 });
  });
});
