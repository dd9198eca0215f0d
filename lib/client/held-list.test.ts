import { describe, expect, it } from "vitest";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { countMoved, takeList, withNews } from "./held-list";

const claim = (id: string, ordinal: number, more: Partial<ClaimSummary> = {}): ClaimSummary =>
  ({
    id,
    ordinal,
    start: ordinal * 10,
    end: ordinal * 10 + 9,
    text: `claim ${id}`,
    state: "open",
    ruling: null,
    myVerdict: null,
    ...more,
  }) as ClaimSummary;

const before = [claim("a", 1), claim("b", 2), claim("c", 3)];
/** A colleague split the second. */
const split = [
  claim("a", 1, { state: "ruled" }),
  claim("b", 2, { end: 24, text: "claim" }),
  claim("d", 3, { start: 25, end: 29, text: "b" }),
  claim("c", 4, { start: 30, end: 39, state: "submitted" }),
];

describe("a list that was read anew", () => {
  it("is shown where nothing moved, with the objects of the old one", () => {
    const marked = [claim("a", 1), claim("b", 2, { state: "submitted" }), claim("c", 3)];
    const { claims, waiting } = takeList({ claims: before, waiting: null }, marked, "others");
    expect([claims[0] === before[0], claims[1]?.state, waiting]).toEqual([true, "submitted", null]);
  });

  it("is shown at once after the reader's own change", () => {
    const taken = takeList({ claims: before, waiting: null }, split, "own");
    expect(taken.claims.map(({ id }) => id)).toEqual(["a", "b", "d", "c"]);
    expect(taken.waiting).toBeNull();
  });

  it("is held where others moved claims: the marks come, no claim, no number and no word", () => {
    const { claims, waiting } = takeList({ claims: before, waiting: null }, split, "others");
    expect(waiting).toBe(split);
    expect(claims.map(({ id, ordinal, end }) => [id, ordinal, end])).toEqual([
      ["a", 1, 19],
      ["b", 2, 29],
      ["c", 3, 39],
    ]);
    expect(claims.map(({ state }) => state)).toEqual(["ruled", "open", "submitted"]);
  });

  it("is held no longer when the colleague took it back", () => {
    const held = takeList({ claims: before, waiting: null }, split, "others");
    expect(takeList(held, before, "others")).toMatchObject({ waiting: null, claims: before });
  });
});

it("while a list is held, what is read of one claim moves nothing either", () => {
  const state = { claims: before, waiting: split };
  expect(withNews(state, [split[1] as ClaimSummary])).toBe(before);
  expect(withNews(state, [{ ...(split[3] as ClaimSummary), myVerdict: "true" }])[2]).toMatchObject({
    ordinal: 3,
    myVerdict: "true",
  });
  expect(withNews({ ...state, waiting: null }, [split[1] as ClaimSummary])[1]).toBe(split[1]);
});

it("counts what came, went and moved", () => {
  expect(countMoved(before, before)).toBe(0);
  expect(countMoved(before, split)).toBe(2);
  expect(countMoved(split, before)).toBe(2);
  expect(countMoved(before, before.slice(1))).toBe(1);
});
