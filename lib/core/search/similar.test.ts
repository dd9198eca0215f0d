import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { similarityOf, tellingWords, wordsIn } from "./similar";

const set = (words: string) => wordsIn(words);

describe("wordsIn", () => {
  it("drops capitals, accents and marks; counts letters without spaces one by one", () => {
    expect([...set("Die BRÜCKE, die Brücke: 112 m.")]).toEqual(["die", "brucke", "112", "m"]);
    expect([...set("桥长112米")]).toEqual(["桥", "长", "1", "2", "米"]);
    expect([...set(" \u0000\u2028 … ")]).toEqual([]);
  });
});

describe("tellingWords", () => {
  it("prefers numbers and long words", () => {
    expect(tellingWords(set("The bridge is 112 metres long"), 3)).toEqual(["112", "bridge", "metres"]);
  });
});

describe("similarityOf", () => {
  it("is 1 for the same words, 0 for none in common, and in between otherwise", () => {
    expect(similarityOf(set("the bridge is long"), set("The bridge is long."))).toBe(1);
    expect(similarityOf(set("a b"), set("b c"))).toBe(0.5);
    expect(similarityOf(set(""), set(""))).toBe(0);
  });

  it("does not depend on the order, and never leaves 0 to 1", () => {
    const text = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const there = similarityOf(set(a), set(b));
        expect(there).toBe(similarityOf(set(b), set(a)));
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        if (set(a).size > 0) expect(similarityOf(set(a), set(a))).toBe(1);
      }),
    );
  });
});
