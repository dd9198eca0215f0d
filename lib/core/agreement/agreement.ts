import { ordinalOptions, type Scale } from "../verdicts/scale";
import { estimate, type Resampling } from "./bootstrap";
import type { Coefficient } from "./coefficient";
import { krippendorffAlpha } from "./krippendorff";
import { fleissKappa, gwetAc1, percentAgreement } from "./many-raters";
import { cohenKappa, onlyPairsWithin, pairAgreement, scottPi, type PairCell } from "./two-raters";
import { onlyCategories, type RatedUnits } from "./unit-groups";

type Options = Pick<Scale, "options">;

export type ManyCoefficients = Readonly<
  Record<
    "percent" | "alphaNominal" | "alphaOrdinal" | "alphaInterval" | "alphaRatio" | "fleissKappa" | "gwetAc1",
    Coefficient
  >
>;

export type PairCoefficients = Readonly<
  Record<"percent" | "kappa" | "kappaLinear" | "kappaQuadratic" | "scottPi", Coefficient>
>;

/** Places and ranks of the options that lie on the line: only these have an order and a distance. */
function readOrder({ options }: Options): {
  readonly places: readonly number[];
  readonly ranks: readonly number[];
} {
  const ordered = ordinalOptions({ options });
  return {
    places: ordered.map((option) => options.indexOf(option)),
    ranks: ordered.map((option) => option.rank ?? 0),
  };
}

/**
 * The coefficients of any number of raters. Categories are the places of the scale's options; ordinal, interval and
 * ratio alpha look at verdicts on the line only, with the options' ranks as numbers.
 */
export function* estimateMany(
  rated: RatedUnits,
  scale: Options,
  resampling: Resampling,
): Generator<void, ManyCoefficients> {
  const { places, ranks } = readOrder(scale);
  const onLine = onlyCategories(rated, places);
  const names = scale.options.map((_, place) => place);
  return yield* estimate(
    rated.groups.map(({ units }) => units),
    {
      percent: percentAgreement(rated),
      alphaNominal: krippendorffAlpha(rated, names, "nominal"),
      alphaOrdinal: krippendorffAlpha(onLine, ranks, "ordinal"),
      alphaInterval: krippendorffAlpha(onLine, ranks, "interval"),
      alphaRatio: krippendorffAlpha(onLine, ranks, "ratio"),
      fleissKappa: fleissKappa(rated),
      gwetAc1: gwetAc1(rated, scale.options.length),
    },
    resampling,
  );
}

/** The coefficients of two raters; weighted kappas look at claims on which both gave a verdict on the line. */
export function* estimatePair(
  cells: readonly PairCell[],
  scale: Options,
  resampling: Resampling,
): Generator<void, PairCoefficients> {
  const { places } = readOrder(scale);
  const onLine = onlyPairsWithin(cells, places);
  return yield* estimate(
    cells.map(({ units }) => units),
    {
      percent: pairAgreement(cells),
      kappa: cohenKappa(cells, scale.options.length, "unweighted"),
      kappaLinear: cohenKappa(onLine, places.length, "linear"),
      kappaQuadratic: cohenKappa(onLine, places.length, "quadratic"),
      scottPi: scottPi(cells, scale.options.length),
    },
    resampling,
  );
}
