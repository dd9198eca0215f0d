import { expect, it } from "vitest";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { claim } from "@/lib/core/claims/fixtures/claim";
import { mostMerged } from "@/lib/core/claims/fit";
import { markedNeighbours } from "./merge-marked";

const runsOf = (claims: readonly ClaimSummary[], marked: readonly string[]) =>
  markedNeighbours(claims, new Set(marked)).map((run) => run.map(({ id }) => id));

it("finds each run of marked sentences, whatever order they were marked in or are shown in", () => {
  const claims = [6, 2, 4, 1, 5, 3, 7].map((ordinal) => claim(ordinal));
  expect(runsOf(claims, ["c3", "c2", "c5", "c7", "c6"])).toEqual([
    ["c2", "c3"],
    ["c5", "c6", "c7"],
  ]);
  expect(runsOf(claims, ["c1", "c3", "c5"])).toEqual([]);
});

it("sees past parts of sentences, which merge with nothing", () => {
  const part = claim(1, { id: "part", kind: "part", start: 12, end: 15 });
  expect(runsOf([claim(1), part, claim(2)], ["c1", "part", "c2"])).toEqual([["c1", "c2"]]);
});

it("makes no run longer than what is merged at once", () => {
  const claims = Array.from({ length: mostMerged + 2 }, (_, at) => claim(at + 1));
  const runs = markedNeighbours(claims, new Set(claims.map(({ id }) => id)));
  expect(runs.map(({ length }) => length)).toEqual([mostMerged, 2]);
});
