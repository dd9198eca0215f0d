import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutPoints, isPart, mergedSpan, splitSpan } from "./fit";

const pieces = (text: string) => {
  const edges = [0, ...cutPoints(text), text.length];
  return edges.slice(0, -1).map((start, place) => text.slice(start, edges[place + 1]));
};
const whole = (text: string) => ({ start: 0, end: text.length });

describe("where a claim can be cut", () => {
  it.each([
    ["The bridge is 2,304.5 m long.", ["The ", "bridge ", "is ", "2,304.5 ", "m ", "long."]],
    ["It isn’t—he said—“over”.", ["It ", "isn’t—", "he ", "said—“over”."]],
    ["one\u00a0two", ["one\u00a0", "two"]],
    ["桥长112米。", ["桥", "长112", "米。"]],
    ["قال الوزير", ["قال ", "الوزير"]],
    ["Word", ["Word"]],
  ])("%s", (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it("is never inside a surrogate pair or before a combining mark, and the pieces give the text back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(pieces(text).join("")).toBe(text);
        for (const at of cutPoints(text)) expect(text.slice(at)).not.toMatch(/^[\udc00-\udfff\p{M}]/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a split", () => {
  const text = "Before. He came, and she went. After.";
  const claim = { start: 8, end: 30 };

  it("gives two trimmed pieces that hold all the words", () => {
    const split = splitSpan(text, claim, 17);
    expect(split?.map(({ start, end }) => text.slice(start, end))).toEqual(["He came,", "and she went."]);
  });

  it.each([8, 9, 16, 18, 30, 31, 0, -1])("is refused at %i", (at) => {
    expect(splitSpan(text, claim, at)).toBeNull();
  });

  it("at any point is undone by a merge", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 3, mode: "sentences" }), (words) => {
        for (const at of cutPoints(words)) {
          const split = splitSpan(words, whole(words), at);
          expect(split && mergedSpan(words, split)).toEqual(whole(words));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("a merge", () => {
  const text = "One.  Two.\n\nThree.";
  const [one, two, three] = [
    { start: 0, end: 4 },
    { start: 6, end: 10 },
    { start: 12, end: 18 },
  ] as const;

  it("joins what only white space keeps apart", () => {
    expect(mergedSpan(text, [one, two])).toEqual({ start: 0, end: 10 });
    expect(mergedSpan(text, [one, two, three])).toEqual({ start: 0, end: 18 });
  });

  it("refuses a gap with words in it, a wrong order, and one alone", () => {
    expect(mergedSpan(text, [one, three])).toBeNull();
    expect(mergedSpan(text, [two, one])).toBeNull();
    expect(mergedSpan(text, [one])).toBeNull();
  });
});

describe("a part", () => {
  const text = "X. The “old” 🌉 is 112 m. Y.";
  const sentence = { start: 3, end: 26 };
  const part = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it.each(["The “old”", "112 m", "“old”", "old", "is 112"])("is %s", (words) => {
    expect(isPart(text, sentence, part(words))).toBe(true);
  });

  it.each([
    ["the whole", sentence],
    ["half a word", part("Th")],
    ["with space around it", part(" is ")],
    ["no word at all", part("🌉")],
    ["half of a character", { start: text.indexOf("🌉") + 1, end: text.indexOf("112") + 3 }],
    ["beyond the sentence", { start: 0, end: 6 }],
    ["empty", { start: 7, end: 7 }],
    ["backwards", { start: 9, end: 7 }],
  ])("is not: %s", (_name, span) => {
    expect(isPart(text, sentence, span)).toBe(false);
  });
});
