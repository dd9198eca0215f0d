import type { Measure, UndefinedReason } from "./coefficient";
import { countRatings, readChoices, whyUndefined, type Choices, type RatedUnits } from "./unit-groups";

/** A measure that is undefined for a reason that no resample changes. */
export function measureUnless(
  rated: RatedUnits,
  of: (weights: ArrayLike<number>) => number | UndefinedReason,
): Measure {
  const counts = countRatings(rated);
  const why = whyUndefined(counts);
  return { counts, of: why ? () => why : of };
}

type Shares = {
  /** Mean over the units of the share of pairs of judgements that agree. */
  readonly agreeing: number;
  /** Mean over the units of each category's share. */
  readonly categories: readonly number[];
};

/** Agreement within units with two judgements or more; category shares over all units that have any. */
function readShares(kinds: readonly Choices[], width: number, weights: ArrayLike<number>): Shares | null {
  const categories = new Array<number>(width).fill(0);
  let agreeing = 0;
  let paired = 0;
  let rated = 0;
  kinds.forEach(({ values, chosen }, place) => {
    const weight = weights[place] ?? 0;
    if (weight === 0 || values === 0) return;
    rated += weight;
    let pairs = 0;
    for (const { category, count } of chosen) {
      categories[category] = (categories[category] ?? 0) + (weight * count) / values;
      pairs += count * (count - 1);
    }
    if (values < 2) return;
    paired += weight;
    agreeing += (weight * pairs) / (values * (values - 1));
  });
  if (paired === 0) return null;
  return { agreeing: agreeing / paired, categories: categories.map((sum) => sum / rated) };
}

function sharesReader(rated: RatedUnits): (weights: ArrayLike<number>) => Shares | null {
  const kinds = readChoices(rated);
  const width = rated.groups[0]?.counts.length ?? 0;
  return (weights) => readShares(kinds, width, weights);
}

/**
 * The share of pairs of judgements on the same unit that are the same, from 0 to 1. Knows nothing of chance: read it
 * beside a coefficient that does.
 */
export function percentAgreement(rated: RatedUnits): Measure {
  const sharesOf = sharesReader(rated);
  return measureUnless(rated, (weights) => sharesOf(weights)?.agreeing ?? "no_shared_unit");
}

/** Corrects an observed agreement for the one expected by chance. */
function beyondChance({ agreeing, categories }: Shares, expected: number): number | UndefinedReason {
  return categories.some((share) => share === 1) ? "unanimous" : (agreeing - expected) / (1 - expected);
}

/**
 * Fleiss' kappa: the same number of judgements on every unit, not necessarily by the same raters. Units with a single
 * judgement hold no pair and are left out.
 * Source: Fleiss, J. L. (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76, 378–382.
 */
export function fleissKappa(rated: RatedUnits): Measure {
  const kinds = readChoices(rated).map((kind) => (kind.values > 1 ? kind : { values: 0, chosen: [] }));
  const width = rated.groups[0]?.counts.length ?? 0;
  const unequal = new Set(kinds.flatMap(({ values }) => (values > 0 ? [values] : []))).size > 1;
  return measureUnless(rated, (weights) => {
    if (unequal) return "unequal_raters";
    const shares = readShares(kinds, width, weights);
    if (!shares) return "no_shared_unit";
    return beyondChance(
      shares,
      shares.categories.reduce((sum, share) => sum + share * share, 0),
    );
  });
}

/**
 * Gwet's AC1, steady where nearly everybody chooses the same category and kappa falls for no good reason. `categories`
 * is how many could have been chosen, whether they were or not.
 * Source: Gwet, K. L. (2008), Computing inter-rater reliability and its variance in the presence of high agreement,
 * British Journal of Mathematical and Statistical Psychology 61, 29–48; gaps as in his Handbook of Inter-Rater
 * Reliability (4th ed., 2014), chapter 4.
 */
export function gwetAc1(rated: RatedUnits, categories: number): Measure {
  const sharesOf = sharesReader(rated);
  return measureUnless(rated, (weights) => {
    const shares = sharesOf(weights);
    if (!shares) return "no_shared_unit";
    const spread = shares.categories.reduce((sum, share) => sum + share * (1 - share), 0);
    return beyondChance(shares, spread / (categories - 1));
  });
}
