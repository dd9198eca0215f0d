import { z } from "zod";
import type { Person } from "../annotations/annotation";
import { idSchema, line } from "../shared/fields";
import { gateChecks, type GateCheck, type WaivedClaim } from "./gate";

export const waiverInputSchema = z.strictObject({
  check: z.enum(gateChecks),
  /** The claims that fail it, as the one who asks sees them. */
  claimIds: z.array(idSchema).min(1).max(10_000),
  reason: line(2_000),
});
export type WaiverInput = z.infer<typeof waiverInputSchema>;

export const waivedClaimsSchema = z.array(z.strictObject({ claimId: z.string(), ruling: z.number().int() }));

/** Somebody’s wish to publish although a line of the gate fails; it counts once somebody else agrees. */
export type Waiver = {
  readonly id: string;
  readonly check: GateCheck;
  readonly claims: readonly WaivedClaim[];
  readonly reason: string;
  readonly askedBy: Person;
  readonly askedAt: string;
  readonly confirmedBy: Person | null;
};
