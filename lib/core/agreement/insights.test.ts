import { describe, expect, it } from "vitest";
import { defaultScale } from "../verdicts/default-scale";
import { calibrate } from "./insights";

describe("first verdicts beside rulings", () => {
  it("share of the same and mean shift in steps, month by month", () => {
    const rows = [
      { from: "2026-02-01", verdict: "true", ruling: "mixed", claims: 3 },
      { from: "2026-02-01", verdict: "mixed", ruling: "mixed", claims: 1 },
      { from: "2026-01-01", verdict: "false", ruling: "mostly_false", claims: 2 },
    ];
    expect(calibrate(rows, defaultScale)).toEqual([
      { from: "2026-01-01", claims: 2, same: 0, shift: -1 },
      { from: "2026-02-01", claims: 4, same: 0.25, shift: 1.5 },
    ]);
  });

  it("has no shift where a verdict is not on the line", () => {
    const rows = [{ from: "2026-01-01", verdict: "satire", ruling: "false", claims: 1 }];
    expect(calibrate(rows, defaultScale)).toEqual([{ from: "2026-01-01", claims: 1, same: 0, shift: null }]);
    expect(calibrate([], defaultScale)).toEqual([]);
  });
});
