import fc from "fast-check";
import { expect, it } from "vitest";
import { findJsonBreak } from "./json-break";

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it("finds a break exactly where the engine refuses", () => {
  const broken = fc
    .tuple(fc.json(), fc.nat(40), fc.constantFrom("", ",", "}", "]", '"', "x", "\n", ":", "-", "0"))
    .map(([text, at, mark]) => text.slice(0, at) + mark + text.slice(at + 1));
  fc.assert(
    fc.property(fc.oneof(fc.json(), broken, fc.string()), (text) => {
      expect(findJsonBreak(text) === null).toBe(isJson(text));
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  ["", 1, 1],
  ["{", 1, 2],
  ['{\n  "a": x}', 2, 8],
  ["[1,\n2,\n]", 3, 1],
  ['{"a":1}}', 1, 8],
])("%j breaks at line %i, character %i", (text, line, character) => {
  expect(findJsonBreak(text)).toEqual({ line, character });
});
