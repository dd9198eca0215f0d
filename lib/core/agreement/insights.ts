import type { ClaimState } from "../claims/claim";
import type { Scale } from "../verdicts/scale";

/** Where claims stand, as everybody may know it: what is still blind counts as open, whoever has written already. */
export const progressParts = [
  "published",
  "ruled",
  "disposed",
  "in_review",
  "disputed",
  "changes_requested",
  "stale",
  "open",
] as const;
export type ProgressPart = (typeof progressParts)[number];

const parts: Readonly<Record<ClaimState, ProgressPart>> = {
  unchecked: "open",
  in_progress: "open",
  submitted: "in_review",
  in_review: "in_review",
  changes_requested: "changes_requested",
  disputed: "disputed",
  ruled: "ruled",
  published: "published",
  stale: "stale",
  disposed: "disposed",
};

export function progressPart(state: ClaimState): ProgressPart {
  return parts[state];
}

/** First verdicts beside the rulings of their claims, in one period. */
export type CalibrationRow = {
  readonly from: string;
  readonly verdict: string;
  readonly ruling: string;
  readonly claims: number;
};

export type Calibration = {
  /** First day of the month, UTC. */
  readonly from: string;
  readonly claims: number;
  /** The share of first verdicts that are what was ruled in the end, 0 to 1. */
  readonly same: number;
  /** Mean of verdict minus ruling in steps of the scale, above 0 = more trusting; null where none of both is on the line. */
  readonly shift: number | null;
};

/** How first verdicts stand to the rulings that came of them, month by month: a drift shows as a shift that grows. */
export function calibrate(
  rows: readonly CalibrationRow[],
  { options }: Pick<Scale, "options">,
): readonly Calibration[] {
  const rankOf = new Map(options.map(({ key, rank }) => [key, rank]));
  return [...new Set(rows.map(({ from }) => from))].toSorted().map((from) => {
    const here = rows.filter((row) => row.from === from);
    const claims = here.reduce((sum, row) => sum + row.claims, 0);
    const same = here.reduce((sum, row) => sum + (row.verdict === row.ruling ? row.claims : 0), 0);
    const steps = here.flatMap(({ verdict, ruling, claims: times }) => {
      const [given, ruled] = [rankOf.get(verdict) ?? null, rankOf.get(ruling) ?? null];
      return given === null || ruled === null ? [] : [{ step: given - ruled, times }];
    });
    const onLine = steps.reduce((sum, { times }) => sum + times, 0);
    const shift =
      onLine === 0 ? null : steps.reduce((sum, { step, times }) => sum + step * times, 0) / onLine;
    return { from, claims, same: same / claims, shift };
  });
}

export type Insights = {
  readonly progress: readonly { readonly part: ProgressPart; readonly claims: number }[];
  /** Verdicts of the rulings that hold, by key. */
  readonly verdicts: readonly { readonly verdict: string; readonly claims: number }[];
  /** From the first save of an annotation to its submission, in minutes; null when nothing was submitted. */
  readonly minutes: {
    readonly annotations: number;
    readonly quarter: number;
    readonly median: number;
    readonly threeQuarters: number;
  } | null;
  /** Rulings that were made, and those of them that no longer hold or were ruled anew. */
  readonly rulings: { readonly made: number; readonly reopened: number };
  readonly desk: readonly Calibration[];
  /** The reader's own, which nobody else is shown. */
  readonly own: readonly Calibration[];
};
