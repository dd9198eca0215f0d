import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimStates, dispositions, type ClaimSummary } from "./claim";
import { claim } from "./fixtures/claim";
import { packClaims, unpackClaims } from "./packed";

const text = "The bridge is 112 metres long. It was opened in 1931. Nobody likes its colour.";

const plain = claim(1, {
  id: "01900000-0000-7000-8000-000000000001",
  start: 0,
  end: 30,
  text: "The bridge is 112 metres long.",
});

const anyClaim: fc.Arbitrary<ClaimSummary> = fc
  .record({
    id: fc.uuid(),
    ordinal: fc.nat(99),
    kind: fc.constantFrom("sentence" as const, "part" as const),
    from: fc.nat(text.length - 1),
    length: fc.integer({ min: 1, max: text.length }),
    wording: fc.option(fc.string()),
    disposition: fc.constantFrom(...dispositions),
    state: fc.constantFrom(...claimStates),
    ruling: fc.option(fc.constant("true")),
    myVerdict: fc.option(fc.constant("false")),
    openNotes: fc.nat(3),
    version: fc.integer({ min: 1, max: 9 }),
    otherText: fc.option(fc.string()),
  })
  .map(({ from, length, otherText, ...rest }) => {
    const end = Math.min(text.length, from + length);
    return { ...rest, start: from, end, text: otherText ?? text.slice(from, end) };
  });

describe("packed claims", () => {
  it("come out as they went in, nested, overlapping and of another text too", () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 12 }), (claims) => {
        expect(unpackClaims(packClaims(claims, text), text)).toEqual(claims);
      }),
    );
  });

  it("say nothing of a claim that is as it was imported but where it is", () => {
    expect(packClaims([plain], text)).toBe(JSON.stringify([[plain.id, 0, 30]]));
  });

  it("say what differs", () => {
    const ruled: ClaimSummary = { ...plain, state: "ruled", ruling: "true", version: 3 };
    expect(JSON.parse(packClaims([ruled], text))).toEqual([
      [plain.id, 0, 30, { state: "ruled", ruling: "true", version: 3 }],
    ]);
  });
});
