import { describe, expect, it } from "vitest";
import { findCutProblem } from "@/lib/core/articles/cuts";
import { decideProposals, dropRow, joinWithNext, splitAt, toCuts, toRows, wordsOf } from "./sentence-cuts";

const text = "It is long.  It is red. Photo: B. Jones";
const spans = [
  { start: 0, end: 11 },
  { start: 13, end: 23 },
  { start: 24, end: 39 },
];
const rows = toRows(spans, [{ start: 24, end: 39, reason: "caption" }]);

describe("cutting sentences by hand", () => {
  it("sends nothing while nothing was decided: a proposal is none", () => {
    expect(toCuts(rows, spans)).toBeNull();
    expect(toCuts(dropRow(dropRow(rows, 0, true), 0, false), spans)).toBeNull();
  });

  it("joins, splits, drops, and always leaves cuts that can be kept", () => {
    const joined = joinWithNext(rows, 0);
    expect(joined).toHaveLength(2);
    expect(joined[0]).toMatchObject({ start: 0, end: 23 });
    const third = wordsOf({ start: 0, end: 23 }, text)[3];
    const split = splitAt(joined, 0, third?.start ?? 0, text);
    expect(split.map(({ start, end }) => text.slice(start, end))).toEqual([
      "It is long.",
      "It is red.",
      "Photo: B. Jones",
    ]);
    const dropped = dropRow(split, 2, true);
    expect(toCuts(dropped, spans)?.at(-1)).toMatchObject({ disposition: "boilerplate", reason: "Caption" });
    for (const state of [joined, split, dropped]) expect(findCutProblem(text, state)).toBeNull();
  });

  it("follows all proposals at once, and takes that back", () => {
    expect(decideProposals(rows, true).map(({ isDropped }) => isDropped)).toEqual([false, false, true]);
    expect(toCuts(decideProposals(decideProposals(rows, true), false), spans)).toBeNull();
  });

  it("does nothing where nothing can be done", () => {
    expect(joinWithNext(rows, 2)).toBe(rows);
    expect(joinWithNext([], 0)).toEqual([]);
    for (const position of [0, 11, 99]) expect(splitAt(rows, 0, position, text)).toBe(rows);
  });
});
