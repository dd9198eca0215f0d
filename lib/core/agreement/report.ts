import { z } from "zod";
import type { Person } from "../annotations/annotation";
import type { ScaleOption } from "../verdicts/scale";
import { idSchema } from "../shared/fields";
import type { ManyCoefficients, PairCoefficients } from "./agreement";
import type { Coefficient } from "./coefficient";

export const agreementPeriods = ["week", "month"] as const;
export type AgreementPeriod = (typeof agreementPeriods)[number];

/**
 * Which judgements count: all that lie open, or only those of claims where nobody saw another's before giving their own.
 */
export const judgedHow = ["any", "blind"] as const;
export type JudgedHow = (typeof judgedHow)[number];

export const agreementQuerySchema = z.strictObject({
  judged: z.enum(judgedHow).default("any"),
  period: z.enum(agreementPeriods).default("month"),
  /** Key of the scale whose verdicts are compared; the one with most judged claims when left out. */
  scale: z.string().max(60).optional(),
});
export type AgreementQuery = z.infer<typeof agreementQuerySchema>;

export const differingQuerySchema = z.strictObject({
  a: z.string().max(40),
  b: z.string().max(40),
  article: idSchema.optional(),
  judged: z.enum(judgedHow).default("any"),
  scale: z.string().max(60).optional(),
});
export type DifferingQuery = z.infer<typeof differingQuerySchema>;

/** How often one verdict stood beside another: options by key. */
export type VerdictCell = { readonly a: string; readonly b: string; readonly claims: number };

export type PairAgreement = {
  /** In the order of their names: neither is the measure of the other. */
  readonly members: readonly [Person, Person];
  readonly coefficients: PairCoefficients;
};

export type PeriodAgreement = {
  /** First day of the week or month, UTC, as YYYY-MM-DD. */
  readonly from: string;
  readonly claims: number;
  readonly percent: Coefficient;
  readonly alphaNominal: Coefficient;
};

/** How far people agree: on what lies open only, by the first verdict that each submitted on the words as they are. */
export type AgreementReport = {
  readonly scale: { readonly key: string; readonly name: string; readonly options: readonly ScaleOption[] };
  /** Every scale with judged claims, so that another can be asked for. */
  readonly scales: readonly { readonly key: string; readonly name: string; readonly claims: number }[];
  readonly judged: JudgedHow;
  readonly overall: ManyCoefficients;
  /** Pairs of judgements on one claim, whoever gave them: `a` stands before `b` on the scale, or is the same. */
  readonly table: readonly VerdictCell[];
  /** Pairs that the reader may see: editors all, others their own. Sorted by name, never by agreement. */
  readonly pairs: readonly PairAgreement[];
  readonly overTime: readonly PeriodAgreement[];
};

/** A claim on which two people chose these two verdicts. */
export type DifferingClaim = {
  readonly id: string;
  readonly ordinal: number;
  readonly text: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly settled: boolean;
};
