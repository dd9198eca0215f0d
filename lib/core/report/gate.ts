import type { ReportContent } from "./content";

export const gateChecks = ["every_claim_addressed", "evidence_given"] as const;
export type GateCheck = (typeof gateChecks)[number];

export type GateLine = {
  readonly check: GateCheck;
  readonly passed: boolean;
  /** Claims that fail, in the order of the article. */
  readonly failing: readonly { readonly id: string; readonly ordinal: number }[];
};

/** The checklist that a report has to pass before it is published. */
export function publishGate(content: ReportContent): readonly GateLine[] {
  const toCheck = content.claims.filter((claim) => claim.disposition === "to_check");
  return [
    gateLine(
      "every_claim_addressed",
      toCheck.filter((claim) => !claim.ruling),
    ),
    gateLine(
      "evidence_given",
      toCheck.filter(
        (claim) => claim.ruling && claim.ruling.citations.length + claim.ruling.searches.length === 0,
      ),
    ),
  ];
}

export function isPublishable(gate: readonly GateLine[]): boolean {
  return gate.every((entry) => entry.passed);
}

function gateLine(check: GateCheck, failing: readonly { id: string; ordinal: number }[]): GateLine {
  return {
    check,
    passed: failing.length === 0,
    failing: failing.map(({ id, ordinal }) => ({ id, ordinal })),
  };
}
