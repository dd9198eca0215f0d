import { z } from "zod";
import type { Person } from "../annotations/annotation";
import { idSchema } from "../shared/fields";
import type { RevisionChanges, StandingClaim } from "./changes";

/** A person's word on one claim: its sentence is the one with this ordinal in the new text, or none. */
export const decisionSchema = z.strictObject({
  claimId: idSchema,
  sentence: z.number().int().min(1).nullable(),
});

/** A revision's number as it stands in an address. */
export const revisionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "must be a number from 1")
  .transform(Number);

/** The text itself is judged apart (`findTextProblem`), so that each refusal can say what and where. */
export const revisionInputSchema = z.strictObject({
  text: z.string(),
  dryRun: z.boolean().default(false),
  decisions: z.array(decisionSchema).max(10_000).default([]),
});

/** One immutable version of an article's text, as it stands in a list. */
export type RevisionSummary = {
  readonly number: number;
  readonly sha256: string;
  readonly createdAt: string;
  readonly createdBy: Person;
  /** How many claims it did what to, against the revision before; of the first all are added. */
  readonly counts: Readonly<Record<keyof RevisionChanges, number>>;
};

/** A revision to be read: its text and where its claims stood in it. */
export type RevisionView = RevisionSummary & {
  readonly text: string;
  readonly claims: readonly StandingClaim[];
};

/** What a new version does, or would do, to the claims. */
export type RevisionResult = RevisionChanges & {
  readonly outcome: "preview" | "applied" | "unchanged";
  /** The number that it has, or would have. */
  readonly revision: number;
};
