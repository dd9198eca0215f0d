import type { ClaimSummary } from "@/lib/core/claims/claim";
import { claimIn, keepUnchanged, staysPut, withClaims } from "./claim-set";

type Claims = readonly ClaimSummary[];

/** The list on the screen, and the newer one that is held back because claims came, went or moved in it. */
export type ListState = { readonly claims: Claims; readonly waiting: Claims | null };

/**
 * Takes a list that was read anew. What the reader did themselves is shown; where others moved claims, the list is held
 * until the reader asks for it, so that nothing moves under their hand, and only what it says of claims that stay where
 * they are is taken over.
 */
export function takeList({ claims }: ListState, read: Claims, whose: "own" | "others"): ListState {
  if (whose === "own" || countMoved(claims, read) === 0) {
    return { claims: keepUnchanged(claims, read), waiting: null };
  }
  return { claims: withNews({ claims, waiting: read }, read), waiting: read };
}

/** The list on the screen with claims as they are now; while a list is held, none of them moves or gets another number. */
export function withNews({ claims, waiting }: ListState, news: Claims): Claims {
  if (!waiting) return withClaims(claims, news);
  const still = news.flatMap((claim) => {
    const old = claimIn(claims, claim.id);
    return old && staysPut(old, claim) ? [{ ...claim, ordinal: old.ordinal }] : [];
  });
  return withClaims(claims, still);
}

/** How many claims came, went, or stand elsewhere. What only has another number because of them does not count. */
export function countMoved(before: Claims, after: Claims): number {
  const known = after.filter((claim) => claimIn(before, claim.id));
  const moved = known.filter((claim) => {
    const old = claimIn(before, claim.id);
    return old && !staysPut(old, claim);
  });
  return moved.length + (after.length - known.length) + (before.length - known.length);
}
