import { describe, expect, it } from "vitest";
import type { Measure } from "./coefficient";
import * as published from "./fixtures/published";
import { krippendorffAlpha, metrics, type Metric } from "./krippendorff";
import { fleissKappa, gwetAc1, percentAgreement } from "./many-raters";
import { cohenKappa, scottPi, type PairCell } from "./two-raters";
import type { RatedUnits } from "./unit-groups";

const ofUnits = (rated: RatedUnits, measure: Measure) => measure.of(rated.groups.map(({ units }) => units));
const ofPairs = (cells: readonly PairCell[], measure: Measure) => measure.of(cells.map(({ units }) => units));
const alpha = (rated: RatedUnits, categories: number, metric: Metric) =>
  ofUnits(
    rated,
    krippendorffAlpha(
      rated,
      Array.from({ length: categories }, (_, at) => at + 1),
      metric,
    ),
  );

describe("published examples", () => {
  it("Cohen 1960, example 1: kappa below chance", () => {
    const cells = published.cohenExample1;
    expect(ofPairs(cells, cohenKappa(cells, 3, "unweighted"))).toBeCloseTo(-0.092308, 6);
  });

  it("Cohen 1960, example 2: kappa, pi, alpha", () => {
    const cells = published.cohenExample2;
    expect(ofPairs(cells, cohenKappa(cells, 3, "unweighted"))).toBeCloseTo(0.491525, 6);
    expect(ofPairs(cells, scottPi(cells, 3))).toBeCloseTo(0.487179, 6);
    expect(alpha(published.toUnits(cells, 3), 3, "nominal")).toBeCloseTo(0.488462, 6);
  });

  it("Fleiss 1971: kappa and alpha", () => {
    const rated = published.fleissExample;
    expect(ofUnits(rated, fleissKappa(rated))).toBeCloseTo(0.430245, 6);
    expect(alpha(rated, 5, "nominal")).toBeCloseTo(0.43341, 6);
  });

  it.each([
    ["three coders, 15 units", published.threeCoders, 4, [0.691358, 0.806721, 0.810845, 0.808944]],
    ["four coders, 12 units", published.fourCoders, 5, [0.743421, 0.815388, 0.849107, 0.797403]],
  ] as const)("Krippendorff, %s: alpha of every kind", (_, rated, categories, expected) => {
    metrics.forEach((metric, place) => {
      expect(alpha(rated, categories, metric), metric).toBeCloseTo(expected[place] ?? NaN, 6);
    });
  });

  it("Krippendorff 1980, a dichotomy: alpha", () => {
    expect(alpha(published.dichotomy, 2, "nominal")).toBeCloseTo(0.095, 3);
  });

  it("Gwet: AC1", () => {
    const rated = published.toUnits(published.gwetExample, 2);
    expect(ofUnits(rated, gwetAc1(rated, 2))).toBeCloseTo(0.808, 3);
    expect(ofUnits(rated, percentAgreement(rated))).toBeCloseTo(0.85, 12);
  });

  it("weighted kappa, worked by hand: one unit of four is one of two steps apart", () => {
    // Chosen were (½, ½, 0) and (½, ¼, ¼): expected distance ½·(¼+½+¼)·½ + ½·¼·1 = 3/8, squared 1/4.
    const cells = [
      { a: 0, b: 0, units: 2 },
      { a: 1, b: 1, units: 1 },
      { a: 1, b: 2, units: 1 },
    ];
    expect(ofPairs(cells, cohenKappa(cells, 3, "linear"))).toBeCloseTo(1 - 0.125 / 0.375, 12);
    expect(ofPairs(cells, cohenKappa(cells, 3, "quadratic"))).toBeCloseTo(1 - 0.0625 / 0.25, 12);
  });
});
