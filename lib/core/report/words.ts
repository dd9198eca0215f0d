import type { ReportClaim } from "./content";

/** How a ruling came about, after "Decided". */
export const methodWords = {
  agreement: "by agreement",
  panel: "by panel vote",
  adjudication: "by adjudication",
} as const;

/** Where a claim without a ruling stands. */
export function standingWords({ disposition }: Pick<ReportClaim, "disposition">): string {
  return disposition === "to_check" ? "No ruling yet" : disposition.replaceAll("_", " ");
}
