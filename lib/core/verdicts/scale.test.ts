import { describe, expect, it } from "vitest";
import { defaultScale } from "./default-scale";
import { scalePresets } from "./presets";
import { ratingOf } from "./rating";
import { ordinalOptions, type ScaleOption } from "./scale";
import { scaleInputSchema } from "./scale-input";

describe("a preset", () => {
  it.each(scalePresets.map((preset) => [preset.name, preset] as const))("%s is a scale", (_name, preset) => {
    expect(scaleInputSchema.safeParse(preset).error).toBeUndefined();
    expect(scaleInputSchema.parse(preset)).toEqual(preset);
  });

  it("has a key of its own", () => {
    expect(new Set(scalePresets.map(({ key }) => key)).size).toBe(scalePresets.length);
  });
});

describe("a scale", () => {
  const [first, second, ...rest] = defaultScale.options as [ScaleOption, ScaleOption, ...ScaleOption[]];
  const problemsOf = (options: readonly ScaleOption[]) =>
    scaleInputSchema.safeParse({ ...defaultScale, options }).error?.issues.map(({ path }) => path.join("/"));

  it.each([
    ["keys", { key: first.key }, ["options/1/key"]],
    ["words, however they are written", { label: "FALSE" }, ["options/1/label"]],
    ["digits", { shortcut: first.shortcut }, ["options/1/shortcut"]],
    ["places on the line", { rank: 1 }, ["options"]],
  ] as const)("has no two equal %s", (_what, change, problems) => {
    expect(problemsOf([first, { ...second, ...change }, ...rest])).toEqual(problems);
  });

  it("has no gap in its line", () => {
    expect(problemsOf([first, { ...second, rank: null }, ...rest])).toEqual(["options"]);
  });

  it("has two to ten options", () => {
    expect(problemsOf([first])).toEqual(["options"]);
    expect(problemsOf([first, { ...second, rank: 2 }])).toBeUndefined();
  });
});

describe("a rating", () => {
  it("counts from 1, worst, to the number of steps, best, in the order of the scale", () => {
    const ratings = ordinalOptions(defaultScale).map((option) => ratingOf(defaultScale, option));
    expect(ratings.map(({ numbers }) => numbers?.ratingValue)).toEqual([1, 2, 3, 4, 5]);
    expect(
      new Set(ratings.map(({ numbers }) => `${numbers?.worstRating} to ${numbers?.bestRating}`)),
    ).toEqual(new Set(["1 to 5"]));
    expect(ratings.map(({ alternateName }) => alternateName)).toEqual([
      "False",
      "Mostly false",
      "Mixed",
      "Mostly true",
      "True",
    ]);
  });

  it("has words and no number off the line", () => {
    for (const option of defaultScale.options.filter(({ rank }) => rank === null)) {
      expect(ratingOf(defaultScale, option)).toEqual({ alternateName: option.label, numbers: null });
    }
  });

  it("has no number on a line of one step", () => {
    const options = [{ ...(defaultScale.options[0] as ScaleOption), rank: 1 }];
    expect(ratingOf({ options }, options[0] as ScaleOption).numbers).toBeNull();
  });
});
