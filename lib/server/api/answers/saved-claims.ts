import "server-only";
import { z } from "zod";
import { assignmentKinds, type AssignResult, type TakenBack } from "@/lib/core/assignments/assignment";
import { claimStates } from "@/lib/core/claims/claim";
import { colleagueAnnotation, ownAnnotation } from "./annotations";
import { claimDetail } from "./claims";

const state = z.enum(claimStates);

/** What a write to a claim is answered with: the claim as the caller may see it now. */
export const savedClaim = z.strictObject({ version: z.int(), state, claim: claimDetail });
export const settledClaim = z.strictObject({ state, claim: claimDetail });
export const fittedClaim = z.strictObject({
  fit: z.string().describe("By this it can be taken back."),
  claim: claimDetail,
});

export const claimAnnotations = z.strictObject({
  own: ownAnnotation,
  colleagues: z.array(colleagueAnnotation),
  blind: z.boolean().describe("True while a blind policy keeps colleagues' annotations from each other."),
});

export const keptPages = z.strictObject({ annotationId: z.string(), pages: z.int() });
export const keptWork = z.strictObject({ kept: z.array(z.enum(assignmentKinds)) });

export const takenBack = z.strictObject({
  taken: z
    .array(z.strictObject({ claimId: z.string(), memberId: z.string(), dueAt: z.string().nullable() }))
    .describe("What was asked for and is not here was changed by somebody since, and left as it is."),
} satisfies Record<keyof TakenBack, z.ZodType>);

export const assignResult = z
  .strictObject({
    outcome: z.enum(["planned", "assigned"]),
    plan: z.string(),
    pairs: z.array(z.strictObject({ claimId: z.string(), memberId: z.string() })),
    shares: z
      .array(z.strictObject({ memberId: z.string(), count: z.int() }))
      .describe("How many each member gets, in the order asked for."),
    short: z
      .array(z.string())
      .describe("Claims that get fewer members than asked for, because too few may take them."),
  } satisfies Record<keyof AssignResult | "outcome", z.ZodType>)
  .meta({ id: "AssignResult" });
