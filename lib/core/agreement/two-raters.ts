import type { Measure, RatingCounts, UndefinedReason } from "./coefficient";

/** Units that both raters judged, by what each of them chose. */
export type PairCell = { readonly a: number; readonly b: number; readonly units: number };

export const weightings = ["unweighted", "linear", "quadratic"] as const;
export type Weighting = (typeof weightings)[number];

type Marginals = { readonly all: number; readonly a: readonly number[]; readonly b: readonly number[] };

/** What each of the two chose how often; `unanimous` when both chose one category throughout. */
function readMarginals(
  cells: readonly PairCell[],
  weights: ArrayLike<number>,
  categories: number,
): Marginals | UndefinedReason {
  const a = new Array<number>(categories).fill(0);
  const b = new Array<number>(categories).fill(0);
  let all = 0;
  cells.forEach((cell, place) => {
    const weight = weights[place] ?? 0;
    a[cell.a] = (a[cell.a] ?? 0) + weight;
    b[cell.b] = (b[cell.b] ?? 0) + weight;
    all += weight;
  });
  if (all === 0) return "no_shared_unit";
  return a.some((count, category) => count === all && b[category] === all) ? "unanimous" : { all, a, b };
}

function countPairs(cells: readonly PairCell[]): RatingCounts {
  const units = cells.reduce((sum, cell) => sum + cell.units, 0);
  return { units, raters: 2, pairable: 2 * units };
}

function pairMeasure(
  cells: readonly PairCell[],
  categories: number,
  apart: (a: number, b: number) => number,
  expectedOf: (marginals: Marginals) => (a: number, b: number) => number,
): Measure {
  return {
    counts: countPairs(cells),
    of: (weights) => {
      const marginals = readMarginals(cells, weights, categories);
      if (typeof marginals === "string") return marginals;
      const expectedAt = expectedOf(marginals);
      let observed = 0;
      cells.forEach((cell, place) => (observed += (weights[place] ?? 0) * apart(cell.a, cell.b)));
      let expected = 0;
      for (let a = 0; a < categories; a += 1) {
        for (let b = 0; b < categories; b += 1) expected += expectedAt(a, b) * apart(a, b);
      }
      return 1 - observed / expected;
    },
  };
}

/**
 * Cohen's kappa for two raters. Weighted kappas take the categories in their order and count a disagreement by its
 * distance (linear) or the square of it (quadratic).
 * Sources: Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement
 * 20, 37–46; Cohen, J. (1968), Weighted kappa, Psychological Bulletin 70, 213–220.
 */
export function cohenKappa(cells: readonly PairCell[], categories: number, weighting: Weighting): Measure {
  const apart = (a: number, b: number): number => {
    if (weighting === "unweighted") return a === b ? 0 : 1;
    const distance = Math.abs(a - b) / (categories - 1);
    return weighting === "linear" ? distance : distance * distance;
  };
  return pairMeasure(
    cells,
    categories,
    apart,
    (marginals) => (a, b) => ((marginals.a[a] ?? 0) * (marginals.b[b] ?? 0)) / marginals.all,
  );
}

/**
 * Scott's pi for two raters: as kappa, with chance taken from what both chose together.
 * Source: Scott, W. A. (1955), Reliability of content analysis, Public Opinion Quarterly 19, 321–325.
 */
export function scottPi(cells: readonly PairCell[], categories: number): Measure {
  const apart = (a: number, b: number): number => (a === b ? 0 : 1);
  return pairMeasure(cells, categories, apart, ({ all, a, b }) => {
    const both = a.map((count, category) => (count + (b[category] ?? 0)) / 2);
    return (one, other) => ((both[one] ?? 0) * (both[other] ?? 0)) / all;
  });
}

/** The share of units on which the two chose the same, from 0 to 1. */
export function pairAgreement(cells: readonly PairCell[]): Measure {
  return {
    counts: countPairs(cells),
    of: (weights) => {
      let all = 0;
      let same = 0;
      cells.forEach(({ a, b }, place) => {
        const weight = weights[place] ?? 0;
        all += weight;
        if (a === b) same += weight;
      });
      return all === 0 ? "no_shared_unit" : same / all;
    },
  };
}

/** Only the units on which both chose one of these categories, numbered anew in this order. */
export function onlyPairsWithin(cells: readonly PairCell[], chosen: readonly number[]): readonly PairCell[] {
  return cells.map(({ a, b, units }) => {
    const [placeA, placeB] = [chosen.indexOf(a), chosen.indexOf(b)];
    return placeA < 0 || placeB < 0 ? { a: 0, b: 0, units: 0 } : { a: placeA, b: placeB, units };
  });
}
