import { ordinalOptions, type Scale, type ScaleOption } from "./scale";

/** A verdict as schema.org's Rating has it: always in words, in numbers only where the verdict has a place on the line. */
export type Rating = {
  readonly alternateName: string;
  readonly numbers: {
    readonly ratingValue: number;
    readonly bestRating: number;
    readonly worstRating: number;
  } | null;
};

/**
 * The rating of a verdict under Google's rules for ClaimReview: a number nearer to the best is truer, the worst is 1, and
 * a scale whose line has fewer than two steps has no numbers.
 */
export function ratingOf(scale: Pick<Scale, "options">, option: ScaleOption): Rating {
  const steps = ordinalOptions(scale);
  const numbers =
    option.rank === null || steps.length < 2
      ? null
      : { ratingValue: option.rank, bestRating: steps.length, worstRating: 1 };
  return { alternateName: option.label, numbers };
}
