import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedPlace } from "./caret";

describe("a place in a text that somebody else changes", () => {
  it("stays before the change, moves along after it, and ends up behind it when it was inside", () => {
    expect(movedPlace("One. Two.", "One. Two. Three.", 4)).toBe(4);
    expect(movedPlace("One. Two.", "Zero. One. Two.", 9)).toBe(15);
    expect(movedPlace("One. Two. Three.", "One. Second. Three.", 7)).toBe(11);
    expect(movedPlace("gone", "", 2)).toBe(0);
  });

  it("is always in the text, and where it was when nothing changed", () => {
    const text = fc.string({ unit: "binary", maxLength: 20 });
    fc.assert(
      fc.property(text, text, fc.nat(), (before, after, some) => {
        const place = some % (before.length + 1);
        const moved = movedPlace(before, after, place);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(after.length);
        expect(movedPlace(before, before, place)).toBe(place);
        expect(movedPlace(before, before + after, place)).toBeLessThanOrEqual(before.length + after.length);
      }),
    );
  });
});
