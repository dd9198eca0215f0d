import { isAddressed, type ClaimSummary } from "@/lib/core/claims/claim";

export const claimFilters = ["all", "to_do", "mine", "disputed", "stale"] as const;
export type ClaimFilter = (typeof claimFilters)[number];

export const filterWords: Record<ClaimFilter, string> = {
  all: "All",
  to_do: "To do",
  mine: "Mine",
  disputed: "Disputed",
  stale: "Stale",
};

const passes: Record<ClaimFilter, (claim: ClaimSummary) => boolean> = {
  all: () => true,
  to_do: (claim) => !isAddressed(claim),
  mine: (claim) => claim.myVerdict !== null,
  disputed: (claim) => claim.state === "disputed" || claim.state === "changes_requested",
  stale: (claim) => claim.state === "stale",
};

export function countClaims(claims: readonly ClaimSummary[], filter: ClaimFilter): number {
  return claims.filter(passes[filter]).length;
}

/** The claims of this kind whose words or number hold what was typed; capitals and accents do not matter. */
export function filterClaims(
  claims: readonly ClaimSummary[],
  filter: ClaimFilter,
  typed: string,
): readonly ClaimSummary[] {
  const wanted = plain(typed.trim());
  return claims.filter(
    (claim) =>
      passes[filter](claim) &&
      (wanted === "" || plainText(claim).includes(wanted) || String(claim.ordinal) === wanted),
  );
}

const plainTexts = new WeakMap<ClaimSummary, string>();

/** Made once a claim: while somebody types, thousands are asked at every letter. */
function plainText(claim: ClaimSummary): string {
  const known = plainTexts.get(claim);
  if (known !== undefined) return known;
  const made = plain(claim.text);
  plainTexts.set(claim, made);
  return made;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
