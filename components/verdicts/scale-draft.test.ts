import { describe, expect, it } from "vitest";
import { defaultScale } from "@/lib/core/verdicts/default-scale";
import { scaleInputSchema } from "@/lib/core/verdicts/scale-input";
import { addOption, moveOption, toDraft, toInput } from "./scale-draft";

describe("a scale that is being edited", () => {
  it("is sent as it was when nothing was changed", () => {
    expect(toInput(toDraft(defaultScale))).toEqual(defaultScale);
  });

  it("counts its line in the order in which it stands, without gaps", () => {
    const without = { ...defaultScale, options: defaultScale.options.toSpliced(1, 1) };
    const moved = { ...without, options: moveOption(without.options, 0, 1) };
    const ranks = toInput(moved).options.map(({ key, rank }) => [key, rank]);
    expect(ranks.slice(0, 5)).toEqual([
      ["mixed", 1],
      ["false", 2],
      ["mostly_true", 3],
      ["true", 4],
      ["not_enough_evidence", null],
    ]);
    expect(scaleInputSchema.safeParse(toInput(moved)).success).toBe(true);
  });

  it("does not move beyond its ends", () => {
    expect(moveOption(defaultScale.options, 0, -1)).toBe(defaultScale.options);
    expect(moveOption(defaultScale.options, 9, 1)).toBe(defaultScale.options);
  });

  it("adds an option with a digit and a key that nobody has", () => {
    const options = addOption(addOption(defaultScale.options.toSpliced(3, 2)));
    expect(options.slice(-2).map(({ shortcut }) => shortcut)).toEqual(["4", "5"]);
    expect(new Set(options.map(({ key }) => key)).size).toBe(options.length);
  });
});
