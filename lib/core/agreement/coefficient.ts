/** Why a coefficient has no value. It is then null and said in words; never 0, never 1, never NaN. */
export const undefinedReasons = [
  /** Nobody has judged anything. */
  "no_unit",
  "one_rater",
  /** No unit was judged by two. */
  "no_shared_unit",
  /** One category was chosen throughout: there is nothing that chance could have got wrong. */
  "unanimous",
  /** The coefficient asks for the same number of judgements on every unit. */
  "unequal_raters",
] as const;
export type UndefinedReason = (typeof undefinedReasons)[number];

/** What a coefficient was computed from: units with at least one value, raters, and values that stand beside another. */
export type RatingCounts = { readonly units: number; readonly raters: number; readonly pairable: number };

/**
 * A coefficient as a function of how often each kind of unit occurs. Units that were judged alike are one kind; all
 * coefficients here depend on nothing else, so that resampling the units is resampling these numbers.
 */
export type Measure = {
  readonly counts: RatingCounts;
  readonly of: (weights: ArrayLike<number>) => number | UndefinedReason;
};

/** A bootstrap percentile interval of 95 %. */
export type Interval = { readonly low: number; readonly high: number };

export type Coefficient = {
  /** 1 is full agreement, 0 what chance would give (for percent agreement: a share from 0 to 1). */
  readonly value: number | null;
  readonly reason: UndefinedReason | null;
  /** Null where there is no value, or where too few resamples have one to say how sure it is. */
  readonly interval: Interval | null;
  readonly counts: RatingCounts;
};
