import { describe, expect, it } from "vitest";
import { byWorth } from "./by-worth";
import type { ClaimSummary } from "./claim";

const claim = (ordinal: number, text: string, wording: string | null = null): ClaimSummary => ({
  ...{
    id: `c${ordinal}`,
    ordinal,
    kind: "sentence",
    start: 0,
    end: 9,
    text,
    wording,
    disposition: "to_check",
  },
  ...{ state: "unchecked", ruling: null, myVerdict: null, openNotes: 0, version: 1 },
});

describe("claims by check-worthiness", () => {
  it("begin with figures and records, keep the text's order among equals, and lose none", () => {
    const claims = [
      claim(1, "How nice it is."),
      claim(2, "It was the tallest tower in Europe, at 324 metres, in 1889."),
      claim(3, "How good it is."),
      claim(4, "He said so.", "Unemployment fell by 4 % in 2024"),
    ];
    expect(byWorth(claims).map(({ ordinal }) => ordinal)).toEqual([2, 4, 1, 3]);
    expect(claims.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4]);
  });
});
