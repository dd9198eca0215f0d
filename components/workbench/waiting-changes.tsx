"use client";

import { useEffect } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { countMoved } from "@/lib/client/held-list";
import { announce } from "@/components/ui/announcer";

type WaitingChangesProps = {
  readonly claims: readonly ClaimSummary[];
  /** The newer list; null where there is none. */
  readonly waiting: readonly ClaimSummary[] | null;
  readonly onShow: () => void;
};

/** Colleagues split, merged or made claims: the reader chooses the moment at which the list moves. */
export function WaitingChanges({ claims, waiting, onShow }: WaitingChangesProps) {
  const count = waiting ? countMoved(claims, waiting) : 0;
  const words = count === 1 ? "1 change" : `${count} changes`;
  useEffect(() => {
    if (count > 0) announce(`${words} to the claims by others`);
  }, [count, words]);
  if (count === 0) return null;
  return (
    <button
      type="button"
      onClick={onShow}
      title="Colleagues have split, merged or made claims: show the list as it is now"
      className="rounded-full border border-accent bg-paper px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap text-accent hover:bg-panel max-sm:fixed max-sm:inset-x-0 max-sm:top-14 max-sm:z-20 max-sm:mx-auto max-sm:w-fit"
    >
      {words}
    </button>
  );
}
