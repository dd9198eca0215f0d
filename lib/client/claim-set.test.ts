import { describe, expect, it } from "vitest";
import { emptyAnnotation } from "@/lib/core/annotations/empty-annotation";
import { claim } from "@/lib/core/claims/fixtures/claim";
import { keepUnchanged, placeOf, ShownClaims, textPlaces, withClaims } from "./claim-set";
import type { SaveItem } from "./save-item";

const saving = (claimId: string, verdict: string | null): SaveItem => ({
  claimId,
  base: 0,
  edits: [{ content: { ...emptyAnnotation, verdict }, submit: false, key: "k", sent: false }],
  phase: { kind: "waiting" },
});

const three = [claim(1), claim(2), claim(3)];

describe("a list of claims", () => {
  it("knows places, also after one of its claims has changed", () => {
    expect(placeOf(three, "c2")).toBe(1);
    expect(placeOf(three, "elsewhere")).toBe(-1);
    expect(placeOf(three, null)).toBe(-1);
    expect(placeOf(withClaims(three, [claim(2, { state: "ruled" })]), "c3")).toBe(2);
  });

  it("changes only what changed, and nothing where nothing did", () => {
    expect(withClaims(three, [claim(2)])).toBe(three);
    expect(withClaims(three, [claim(9)])).toBe(three);
    const after = withClaims(three, [claim(2, { openNotes: 1 })]);
    expect(after[0]).toBe(three[0]);
    expect(after[1]?.openNotes).toBe(1);
    expect(three[1]?.openNotes).toBe(0);
  });

  it("is laid out as before until one of its claims stands elsewhere or has other words", () => {
    const judged = withClaims(withClaims(three, [claim(2, { state: "ruled" })]), [
      claim(1, { openNotes: 1 }),
    ]);
    expect(judged).not.toBe(three);
    expect(textPlaces(judged)).toBe(three);
    for (const moved of [claim(3, { end: 38 }), claim(3, { start: 31 }), claim(3, { text: "Other words" })]) {
      const after = withClaims(judged, [moved]);
      expect(textPlaces(after)).toBe(after);
    }
    expect(textPlaces([...three])).not.toBe(three);
  });

  it("that was read anew is the old one where it says the same", () => {
    expect(keepUnchanged(three, [claim(1), claim(2), claim(3)])).toBe(three);
    const shorter = keepUnchanged(three, [claim(1), claim(3)]);
    expect(shorter).toHaveLength(2);
    expect(shorter[1]).toBe(three[2]);
    expect(placeOf(shorter, "c3")).toBe(1);
  });
});

describe("the claims that are shown", () => {
  it("are the list itself while nothing is on its way", () => {
    expect(new ShownClaims().of(three, new Map())).toBe(three);
    expect(new ShownClaims().of(three, new Map([["c2", saving("c2", null)]]))).toBe(three);
  });

  it("bear the verdict that is on its way, and stay the same objects until that changes", () => {
    const shown = new ShownClaims();
    const first = shown.of(three, new Map([["c2", saving("c2", "true")]]));
    expect(first.map(({ myVerdict }) => myVerdict)).toEqual([null, "true", null]);
    expect(shown.of(three, new Map([["c2", saving("c2", "true")]]))).toBe(first);
    const second = shown.of(
      three,
      new Map([
        ["c2", saving("c2", "true")],
        ["c3", saving("c3", "false")],
      ]),
    );
    expect(second[1]).toBe(first[1]);
    expect(second[2]?.myVerdict).toBe("false");
    expect(shown.of(three, new Map())).toBe(three);
  });
});
