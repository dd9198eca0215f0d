import type { Measure } from "./coefficient";
import { measureUnless } from "./many-raters";
import { readChoices, type Choices, type RatedUnits } from "./unit-groups";

export const metrics = ["nominal", "ordinal", "interval", "ratio"] as const;
export type Metric = (typeof metrics)[number];

/**
 * Krippendorff's alpha: any number of raters, gaps allowed. Units with a single judgement hold no pair and are left out.
 * `values` are the categories' numbers, least first; nominal and ordinal alpha only use their order.
 * Source: Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania, sections C–E.
 */
export function krippendorffAlpha(rated: RatedUnits, values: readonly number[], metric: Metric): Measure {
  const kinds = readChoices(rated);
  return measureUnless(rated, (weights) => {
    const coincidences = readCoincidences(kinds, weights, values.length);
    const totals = coincidences.map((row) => row.reduce((sum, count) => sum + count, 0));
    const all = totals.reduce((sum, count) => sum + count, 0);
    if (all === 0) return "no_shared_unit";
    if (totals.includes(all)) return "unanimous";
    const distance = distanceOf(metric, values, totals);
    let observed = 0;
    let expected = 0;
    for (const [a, row] of coincidences.entries()) {
      for (let b = 0; b < a; b += 1) {
        const apart = distance(a, b);
        observed += (row[b] ?? 0) * apart;
        expected += (totals[a] ?? 0) * (totals[b] ?? 0) * apart;
      }
    }
    return 1 - ((all - 1) * observed) / expected;
  });
}

/** How often two values meet in a unit; each unit counts as many pairs as it has values. */
function readCoincidences(
  kinds: readonly Choices[],
  weights: ArrayLike<number>,
  categories: number,
): readonly (readonly number[])[] {
  const table = Array.from({ length: categories }, () => new Array<number>(categories).fill(0));
  for (const [place, { values, chosen }] of kinds.entries()) {
    const weight = (weights[place] ?? 0) / (values - 1);
    if (values < 2 || weight === 0) continue;
    for (const a of chosen) {
      const row = table[a.category];
      if (!row) continue;
      for (const b of chosen) {
        row[b.category] = (row[b.category] ?? 0) + weight * a.count * (b.count - (a === b ? 1 : 0));
      }
    }
  }
  return table;
}

/** The squared difference between two categories, the higher one first. */
function distanceOf(
  metric: Metric,
  values: readonly number[],
  totals: readonly number[],
): (high: number, low: number) => number {
  switch (metric) {
    case "nominal":
      return () => 1;
    case "ordinal":
      return (high, low) => {
        const between = totals.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
        return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
      };
    case "interval":
      return (high, low) => ((values[high] ?? 0) - (values[low] ?? 0)) ** 2;
    case "ratio":
      return (high, low) => {
        const [a, b] = [values[high] ?? 0, values[low] ?? 0];
        return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2;
      };
  }
}
