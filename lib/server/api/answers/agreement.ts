import "server-only";
import { z } from "zod";
import {
  type Coefficient,
  type Interval,
  type RatingCounts,
  undefinedReasons,
} from "@/lib/core/agreement/coefficient";
import {
  judgedHow,
  type AgreementReport,
  type DifferingClaim,
  type PairAgreement,
  type PeriodAgreement,
  type VerdictCell,
} from "@/lib/core/agreement/report";
import { person } from "./people";
import { scaleOption } from "./scales";

export const interval: z.ZodType<Interval> = z
  .strictObject({
    low: z.number(),
    high: z.number(),
  })
  .meta({ id: "Interval", description: "A bootstrap percentile interval of 95 %." });

export const ratingCounts: z.ZodType<RatingCounts> = z
  .strictObject({
    units: z.number(),
    raters: z.number(),
    pairable: z.number(),
  })
  .meta({
    id: "RatingCounts",
    description:
      "What a coefficient was computed from: units with at least one value, raters, and values that stand beside another.",
  });

export const coefficient: z.ZodType<Coefficient> = z
  .strictObject({
    value: z
      .number()
      .nullable()
      .describe(
        "1 is full agreement, 0 what chance would give (for percent agreement: a share from 0 to 1).",
      ),
    reason: z.enum(undefinedReasons).nullable(),
    interval: interval
      .nullable()
      .describe("Null where there is no value, or where too few resamples have one to say how sure it is."),
    counts: ratingCounts,
  })
  .meta({ id: "Coefficient" });

export const verdictCell: z.ZodType<VerdictCell> = z
  .strictObject({
    a: z.string(),
    b: z.string(),
    claims: z.number(),
  })
  .meta({ id: "VerdictCell", description: "How often one verdict stood beside another: options by key." });

export const pairAgreement: z.ZodType<PairAgreement> = z
  .strictObject({
    members: z
      .tuple([person, person])
      .describe("In the order of their names: neither is the measure of the other."),
    coefficients: z.strictObject({
      percent: coefficient,
      kappa: coefficient,
      kappaLinear: coefficient,
      kappaQuadratic: coefficient,
      scottPi: coefficient,
    }),
  })
  .meta({ id: "PairAgreement" });

export const periodAgreement: z.ZodType<PeriodAgreement> = z
  .strictObject({
    from: z.string().describe("First day of the week or month, UTC, as YYYY-MM-DD."),
    claims: z.number(),
    percent: coefficient,
    alphaNominal: coefficient,
  })
  .meta({ id: "PeriodAgreement" });

export const agreementReport: z.ZodType<AgreementReport> = z
  .strictObject({
    scale: z.strictObject({
      key: z.string(),
      name: z.string(),
      options: z.array(scaleOption),
    }),
    scales: z
      .array(
        z.strictObject({
          key: z.string(),
          name: z.string(),
          claims: z.number(),
        }),
      )
      .describe("Every scale with judged claims, so that another can be asked for."),
    judged: z.enum(judgedHow),
    overall: z.strictObject({
      percent: coefficient,
      alphaNominal: coefficient,
      alphaOrdinal: coefficient,
      alphaInterval: coefficient,
      alphaRatio: coefficient,
      fleissKappa: coefficient,
      gwetAc1: coefficient,
    }),
    table: z
      .array(verdictCell)
      .describe(
        "Pairs of judgements on one claim, whoever gave them: `a` stands before `b` on the scale, or is the same.",
      ),
    pairs: z
      .array(pairAgreement)
      .describe(
        "Pairs that the reader may see: editors all, others their own. Sorted by name, never by agreement.",
      ),
    overTime: z.array(periodAgreement),
  })
  .meta({
    id: "AgreementReport",
    description:
      "How far people agree: on what lies open only, by the first verdict that each submitted on the words as they are.",
  });

export const differingClaim: z.ZodType<DifferingClaim> = z
  .strictObject({
    id: z.string(),
    ordinal: z.number(),
    text: z.string(),
    articleId: z.string(),
    articleTitle: z.string(),
    settled: z.boolean(),
  })
  .meta({ id: "DifferingClaim", description: "A claim on which two people chose these two verdicts." });
