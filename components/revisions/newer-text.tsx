"use client";

import { useMemo } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { textPlaces } from "@/lib/client/claim-set";

/**
 * The claims that fit the text on the screen. When a colleague brings in a new version, those that the server tells of
 * stand in another text: until the reader asks for it, the ones that this text came with stay, and nothing jumps.
 */
export function useClaimsInText(
  text: string,
  loaded: readonly ClaimSummary[],
  told: readonly ClaimSummary[],
  waiting: readonly ClaimSummary[] | null,
): { readonly claims: readonly ClaimSummary[]; readonly isOutdated: boolean } {
  const fits = useMemo(() => fitsIn(text), [text]);
  const places = textPlaces(waiting ?? told);
  const isOutdated = useMemo(() => !places.every(fits), [fits, places]);
  return { claims: isOutdated ? loaded : told, isOutdated };
}

/** Whether a claim's words stand where it says. Asked of thousands at every change, so that each is looked at once. */
function fitsIn(text: string): (claim: ClaimSummary) => boolean {
  const known = new WeakSet<ClaimSummary>();
  return (claim) => {
    if (known.has(claim)) return true;
    if (text.slice(claim.start, claim.end) !== claim.text) return false;
    known.add(claim);
    return true;
  };
}

/** Says that there is a newer text; reading it is the reader's own choice of a moment. */
export function NewerTextNotice() {
  return (
    <div className="sticky top-0 z-10 print:hidden">
      <Banner
        look="attention"
        title="A new version of the text has come in"
        actions={<Button onClick={() => window.location.reload()}>Read the new version</Button>}
      >
        You still see the one before. What you write is kept with its claim.
      </Banner>
    </div>
  );
}
