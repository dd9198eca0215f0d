import { assert } from "../shared/assert";
import type { RatingCounts, UndefinedReason } from "./coefficient";

/** Units that were judged alike: how many raters chose each category, and how many units look like this. */
export type UnitGroup = { readonly counts: readonly number[]; readonly units: number };

export type RatedUnits = {
  /** How many people judged, over all units. */
  readonly raters: number;
  readonly groups: readonly UnitGroup[];
};

/**
 * Groups a table of judgements by what was chosen how often.
 * @param cells row by row, one unit a row and one rater a column: the index of the category, or -1 for no judgement.
 */
export function groupUnits(cells: ArrayLike<number>, raters: number, categories: number): RatedUnits {
  assert(raters > 0 && cells.length % raters === 0, "a table of judgements has whole rows");
  const found = new Map<string, { counts: number[]; units: number }>();
  const row = new Array<number>(categories);
  for (let start = 0; start < cells.length; start += raters) {
    row.fill(0);
    for (let at = start; at < start + raters; at += 1) {
      const category = cells[at] ?? -1;
      if (category >= 0) row[category] = (row[category] ?? 0) + 1;
    }
    const key = String.fromCharCode(...row);
    const group = found.get(key);
    if (group) group.units += 1;
    else found.set(key, { counts: [...row], units: 1 });
  }
  return { raters, groups: [...found.values()] };
}

/** The same units with only some categories looked at: judgements outside of them are as if they were not given. */
export function onlyCategories({ raters, groups }: RatedUnits, chosen: readonly number[]): RatedUnits {
  return {
    raters,
    groups: groups.map(({ counts, units }) => ({
      units,
      counts: chosen.map((category) => counts[category] ?? 0),
    })),
  };
}

/** One kind of unit as the sums want it: how many judgements, and only the categories that were chosen. */
export type Choices = {
  readonly values: number;
  readonly chosen: readonly { readonly category: number; readonly count: number }[];
};

export function readChoices({ groups }: RatedUnits): readonly Choices[] {
  return groups.map(({ counts }) => ({
    values: counts.reduce((sum, count) => sum + count, 0),
    chosen: counts.flatMap((count, category) => (count > 0 ? [{ category, count }] : [])),
  }));
}

export function countRatings(rated: RatedUnits): RatingCounts {
  let units = 0;
  let pairable = 0;
  readChoices(rated).forEach(({ values }, place) => {
    const alike = rated.groups[place]?.units ?? 0;
    if (values > 0) units += alike;
    if (values > 1) pairable += values * alike;
  });
  return { units, raters: rated.raters, pairable };
}

/** Why nothing can be said of units with these counts, or null. */
export function whyUndefined({ units, raters, pairable }: RatingCounts): UndefinedReason | null {
  if (units === 0) return "no_unit";
  if (raters < 2) return "one_rater";
  return pairable === 0 ? "no_shared_unit" : null;
}
