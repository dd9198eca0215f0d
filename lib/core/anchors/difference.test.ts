import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followSpan, wordDifference } from "./difference";

const signs = { same: " ", removed: "-", added: "+" } as const;
const shown = (before: string, after: string) =>
  wordDifference(before, after).map(({ kind, text }) => signs[kind] + text);

describe("wordDifference", () => {
  it("marks words, not letters, and reads a changed phrase as one", () => {
    expect(shown("She served for exactly seventy years.", "She served for almost ninety years.")).toEqual([
      " She served for ",
      "-exactly seventy",
      "+almost ninety",
      "  years.",
    ]);
    expect(shown("It is 38 metres long.", "It is 38.1 metres long.")).toEqual([
      " It is ",
      "-38",
      "+38.1",
      "  metres long.",
    ]);
  });

  it("compares Arabic by words and Chinese by letters", () => {
    expect(shown("عدد الزوار ستون", "عدد الزوار أربعون")).toEqual([" عدد الزوار ", "-ستون", "+أربعون"]);
    expect(shown("六万名参观者", "四万名参观者")).toEqual(["-六", "+四", " 万名参观者"]);
  });

  it("says nothing of nothing, and gives up on what no one would read", () => {
    expect(wordDifference("", "")).toEqual([]);
    expect(shown("a", "a")).toEqual([" a"]);
    const long = (seed: number) => Array.from({ length: 5_000 }, (_, i) => `w${i * seed}x`).join(" ");
    expect(wordDifference(long(3), long(7)).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });

  it("gives both texts back, whatever they are", () => {
    const any = fc.oneof(
      fc
        .array(fc.constantFrom("a", "b", " ", "  ", "\n", "é", "😀", "博", ",", "“", "12.5", "it’s"), {
          maxLength: 20,
        })
        .map((p) => p.join("")),
      fc.string({ unit: "binary", maxLength: 20 }),
    );
    fc.assert(
      fc.property(any, any, (before, after) => {
        const segments = wordDifference(before, after);
        const join = (kind: "added" | "removed") =>
          segments
            .filter((segment) => segment.kind !== kind)
            .map(({ text }) => text)
            .join("");
        expect(join("added")).toBe(before);
        expect(join("removed")).toBe(after);
        expect(segments.every(({ text }) => text !== "")).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("followSpan", () => {
  const follow = (before: string, part: string, after: string) => {
    const start = before.indexOf(part);
    const span = followSpan(wordDifference(before, after), { start, end: start + part.length });
    return span && after.slice(span.start, span.end);
  };
  it("finds what stands in the place of a part", () => {
    expect(
      follow("It was opened in 1931 by the mayor.", "in 1931", "It was opened in 1932 by the mayor."),
    ).toBe("in 1932");
    expect(follow("It was opened in 1931 by the mayor.", "1931", "It was opened in 1932 by the mayor.")).toBe(
      "1932",
    );
    expect(
      follow("It was opened in 1931 by the mayor.", "by the mayor", "It was opened in 1932 by a mayor."),
    ).toBe("by a mayor");
    expect(
      follow("It was opened in 1931 by the mayor.", "in 1931", "It was opened by the mayor.")?.trim() ?? "",
    ).toBe("");
    expect(follow("a b c", "b", "x a b c")).toBe("b");
  });
});
