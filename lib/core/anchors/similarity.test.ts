import { describe, expect, it } from "vitest";
import { NEAR_THRESHOLD, NEIGHBOUR_BONUS } from "./similar";
import { similarity, TraitReader } from "./similarity";

function score(one: string, other: string): number {
  const reader = new TraitReader();
  return similarity(reader.read(one), reader.read(other));
}

const original = "The museum counted 60,000 visitors in its first year.";

describe("similarity", () => {
  it("puts versions of a sentence in the order of how much was done to them", () => {
    const versions = [
      "The museum counted 60,000 visitors, in its first year!",
      "The museum counted 41,000 visitors in its first year.",
      "In its first year, the museum says, it counted 60,000 visitors.",
      "The museum counted 41,000 visitors in its second year.",
      "Visitors came, 60,000 of them, when the museum opened its doors.",
      "Entry has been free since 2012.",
    ];
    const scores = versions.map((version) => score(original, version));
    expect(scores).toEqual(scores.toSorted((one, two) => two - one));
    expect(new Set(scores).size).toBe(versions.length);
    expect(scores[0]).toBe(1);
    expect(scores.at(-1)).toBe(0);
  });

  it("is a number between 0 and 1, the same from either side, and 0 without words", () => {
    expect(score("…", "…")).toBe(0);
    expect(score("", "word")).toBe(0);
    expect(score("a b c", "c b a")).toBe(score("c b a", "a b c"));
    expect(score("a b c", "c b a")).toBeGreaterThan(0);
    expect(score("a b c", "c b a")).toBeLessThan(1);
  });

  it("stays above the threshold for one figure of a short sentence, below it for function words in common", () => {
    expect(score("It was opened in 1931.", "It was opened in 1932.")).toBeGreaterThan(
      NEAR_THRESHOLD + NEIGHBOUR_BONUS,
    );
    expect(score("It was opened in 1931.", "Nobody was in the house.")).toBeLessThan(NEAR_THRESHOLD);
  });
});
