import type { ManyCoefficients, PairCoefficients } from "@/lib/core/agreement/agreement";
import type { Coefficient, UndefinedReason } from "@/lib/core/agreement/coefficient";

/** Why there is no number, in words. */
export const reasonWords: Readonly<Record<UndefinedReason, string>> = {
  no_unit: "nothing has been judged yet",
  one_rater: "only one person has judged",
  no_shared_unit: "no claim was judged by two people",
  unanimous: "everybody chose one verdict throughout, so that nothing is left for chance",
  unequal_raters: "claims were judged by different numbers of people",
};

type CoefficientWords = { readonly name: string; readonly says: string };

export const manyWords: Readonly<Record<keyof ManyCoefficients, CoefficientWords>> = {
  percent: {
    name: "Percent agreement",
    says: "How often two people chose the same; chance is not taken off.",
  },
  alphaNominal: {
    name: "Krippendorff’s alpha",
    says: "Agreement beyond chance, gaps allowed. The one to read first.",
  },
  alphaOrdinal: {
    name: "Alpha, ordinal",
    says: "Verdicts on the line only; a miss by one step counts less.",
  },
  alphaInterval: { name: "Alpha, interval", says: "The same, with every step as wide as the next." },
  alphaRatio: { name: "Alpha, ratio", says: "The same, with a step near the lower end counting more." },
  fleissKappa: { name: "Fleiss’ kappa", says: "Where every claim was judged by the same number of people." },
  gwetAc1: { name: "Gwet’s AC1", says: "Steady where nearly all verdicts are the same." },
};

export const pairWords: Readonly<Record<keyof PairCoefficients, CoefficientWords>> = {
  percent: { name: "Same", says: "" },
  kappa: { name: "Cohen’s kappa", says: "" },
  kappaLinear: { name: "Linear", says: "" },
  kappaQuadratic: { name: "Quadratic", says: "" },
  scottPi: { name: "Scott’s pi", says: "" },
};

/** Two digits, with a true minus sign; a share in percent. */
export function numberWords(value: number, how: "share" | "coefficient"): string {
  if (how === "share") return `${Math.round(100 * value)} %`;
  const rounded = value.toFixed(2);
  return (Number(rounded) === 0 ? "0.00" : rounded).replace("-", "−");
}

/** "0.52 (0.41 to 0.63)". */
export function coefficientWords(
  { value, interval, reason }: Coefficient,
  how: "share" | "coefficient",
): string {
  if (value === null) return reason ? reasonWords[reason] : "";
  const told = numberWords(value, how);
  return interval
    ? `${told} (${numberWords(interval.low, how)} to ${numberWords(interval.high, how)})`
    : told;
}

/** "November 2026" or "16 November 2026". */
export function periodWords(from: string, period: "week" | "month"): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(period === "week" ? { day: "numeric" } : {}),
  }).format(new Date(from));
}
