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
