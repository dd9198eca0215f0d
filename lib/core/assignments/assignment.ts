import { z } from "zod";
import type { Person } from "../annotations/annotation";
import type { Permission } from "../permissions/table";
import { idSchema, line } from "../shared/fields";

export const assignmentKinds = ["annotate", "review", "vote"] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

/** What a member has to be allowed to do, to be given work of this kind. */
export const permissionFor: Readonly<Record<AssignmentKind, Permission>> = {
  annotate: "annotation.write",
  review: "annotation.review",
  vote: "claim.vote",
};

/** An assignment as one member may see it. */
export type Assignment = {
  readonly id: string;
  readonly kind: AssignmentKind;
  readonly member: Person;
  readonly assignedBy: Person;
  readonly dueAt: string | null;
  /** Until when the work is kept without a further sign of it; told to its own member alone. */
  readonly leaseExpiresAt: string | null;
};

const most = 500;

/**
 * Who gets which claims. `everybody`: each member each claim. `evenly`: so many members a claim (`perClaim`), one more on
 * a share of the claims (`overlapShare`, 0 to 1), nobody twice. With `dryRun` the plan is told and nothing is written;
 * with `plan` (its fingerprint) exactly that plan is carried out or none.
 */
export const assignInputSchema = z.strictObject({
  claimIds: z
    .array(idSchema)
    .min(1)
    .max(most, `at most ${most} claims at once`)
    .refine((ids) => new Set(ids).size === ids.length, "names a claim twice"),
  members: z
    .array(idSchema)
    .min(1)
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, "names a member twice"),
  kind: z.enum(assignmentKinds).default("annotate"),
  spread: z.enum(["everybody", "evenly"]).default("everybody"),
  perClaim: z.number().int().min(1).max(10).default(1),
  overlapShare: z.number().min(0).max(1).default(0),
  /** Another number gives another, equally even plan. */
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
  dueAt: z.iso.datetime({ offset: true }).nullish(),
  dryRun: z.boolean().default(false),
  plan: z.string().max(100).optional(),
});
export type AssignInput = z.infer<typeof assignInputSchema>;

/** What an assignment of many claims did, or would do. */
export type AssignResult = {
  readonly plan: string;
  readonly pairs: readonly { readonly claimId: string; readonly memberId: string }[];
  /** How many each member gets, in the order asked for. */
  readonly shares: readonly { readonly memberId: string; readonly count: number }[];
  /** Claims that get fewer members than asked for, because too few may take them. */
  readonly short: readonly string[];
};

/** Work that was given and is to be taken back, by claim and member. */
export const takeBackInputSchema = z.strictObject({
  work: z
    .array(z.strictObject({ claimId: idSchema, memberId: idSchema }))
    .min(1)
    .max(most, `at most ${most} assignments at once`)
    .refine(
      (work) => new Set(work.map((one) => `${one.claimId} ${one.memberId}`)).size === work.length,
      "names an assignment twice",
    ),
  kind: z.enum(assignmentKinds),
});
export type TakeBackInput = z.infer<typeof takeBackInputSchema>;

/** What was taken back, with the day that it was due; the rest is no longer as the caller gave it, and was left alone. */
export type TakenBack = {
  readonly taken: readonly {
    readonly claimId: string;
    readonly memberId: string;
    readonly dueAt: string | null;
  }[];
};

export const declineInputSchema = z.strictObject({ reason: line(500) });
export const handOverInputSchema = z.strictObject({ memberId: idSchema });
