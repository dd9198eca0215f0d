import { checkWorthiness } from "../text/check-worthiness";
import type { ClaimSummary } from "./claim";

const scores = new WeakMap<ClaimSummary, number>();

/** Made once a claim: each change of one sorts thousands anew. */
function scoreOf(claim: ClaimSummary): number {
  const known = scores.get(claim);
  if (known !== undefined) return known;
  const { score } = checkWorthiness(claim.wording ?? claim.text);
  scores.set(claim, score);
  return score;
}

/** The claims that are worth checking most first, as in the text where they are worth the same. None is left out. */
export function byWorth(claims: readonly ClaimSummary[]): readonly ClaimSummary[] {
  return claims.toSorted((a, b) => scoreOf(b) - scoreOf(a));
}
