import { z } from "zod";

export const policyKinds = ["single", "blind_check", "double_blind", "panel"] as const;
export type PolicyKind = (typeof policyKinds)[number];

export type Policy = {
  readonly kind: PolicyKind;
  /** Independent annotations that a ruling needs. */
  readonly annotations: number;
  /** Equal votes that a panel's ruling needs. */
  readonly quorum: number;
  /** Members who may vote. */
  readonly panelSize: number;
};

export const defaultPolicies: readonly Policy[] = [
  { kind: "single", annotations: 1, quorum: 0, panelSize: 0 },
  { kind: "blind_check", annotations: 2, quorum: 0, panelSize: 0 },
  { kind: "double_blind", annotations: 2, quorum: 0, panelSize: 0 },
  { kind: "panel", annotations: 1, quorum: 2, panelSize: 3 },
];

export function isBlind(policy: Pick<Policy, "kind">): boolean {
  return policy.kind === "blind_check" || policy.kind === "double_blind";
}

/** How many may vote on a claim, and how many equal votes rule: more than half, so that two verdicts cannot both win. */
export const panelInputSchema = z
  .strictObject({ quorum: z.number().int().min(2).max(9), panelSize: z.number().int().min(2).max(9) })
  .refine(({ quorum, panelSize }) => quorum <= panelSize && quorum * 2 > panelSize, {
    path: ["quorum"],
    message: "has to be more than half of the panel, and no more than all of it",
  });
export type PanelInput = z.infer<typeof panelInputSchema>;
