import { describe, expect, it } from "vitest";
import { byWorth } from "./by-worth";
import { claim } from "./fixtures/claim";

describe("claims by check-worthiness", () => {
  it("begin with figures and records, keep the text's order among equals, and lose none", () => {
    const claims = [
      claim(1, { text: "How nice it is." }),
      claim(2, { text: "It was the tallest tower in Europe, at 324 metres, in 1889." }),
      claim(3, { text: "How good it is." }),
      claim(4, { text: "He said so.", wording: "Unemployment fell by 4 % in 2024" }),
    ];
    expect(byWorth(claims).map(({ ordinal }) => ordinal)).toEqual([2, 4, 1, 3]);
    expect(claims.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4]);
  });
});
