import { describe, expect, it } from "vitest";
import { scoreSet } from "./boundary-score";

const text = "One. Two? Three\nFour.";
const gold = {
  text,
  spans: [
    [0, 4],
    [5, 9],
    [10, 15],
    [16, 21],
  ] as const,
};

/** Spans that end at the given offsets, white space trimmed. */
const cut = (...ends: readonly number[]) => ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end }));

describe("scoreSet", () => {
  it("gives 100 for gold, wherever white space is put", () => {
    expect(scoreSet([gold], () => cut(4, 9, 15, 21))).toEqual({ sF1: 100, rF1: 100, precision: 100 });
    expect(scoreSet([gold], () => cut(5, 10, 16, 21))).toEqual({ sF1: 100, rF1: 100, precision: 100 });
  });

  it("counts a sentence only with both ends right", () => {
    // Two of three are right: F1 = 2·2 / (4 + 3).
    expect(scoreSet([gold], () => cut(4, 9, 21)).sF1).toBeCloseTo(400 / 7);
  });

  it("ignores boundaries without a mark, found or not", () => {
    expect(scoreSet([gold], () => cut(4, 9, 21)).rF1).toBe(100);
    expect(scoreSet([gold], () => cut(4, 9, 15, 21)).rF1).toBe(100);
  });

  it("counts missing and wrong boundaries inside a text, not its end", () => {
    expect(scoreSet([gold], () => cut(4, 21))).toMatchObject({ rF1: 200 / 3, precision: 100 });
    // "One. | Two | ? Three Four.": one right, one wrong, one missing.
    expect(scoreSet([gold], () => cut(4, 8, 21))).toMatchObject({ rF1: 50, precision: 50 });
  });

  it("adds up texts before dividing", () => {
    const other = { text: "A. B.", spans: [[0, 5]] as const };
    expect(
      scoreSet([gold, other], (given) => (given === text ? cut(4, 9, 15, 21) : cut(2, 5))).precision,
    ).toBeCloseTo(200 / 3);
  });
});
