"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { placeOf } from "@/lib/client/claim-set";

const none: ReadonlySet<string> = new Set();

/** The claims that are marked in the table. What the filter hides is not marked, so that nothing unseen is changed. */
export function useMarks(passing: readonly ClaimSummary[]) {
  const [chosen, choose] = useState(none);
  const last = useRef<string | null>(null);
  const marked = useMemo(() => {
    if (chosen.size === 0) return none;
    return new Set(passing.filter(({ id }) => chosen.has(id)).map(({ id }) => id));
  }, [chosen, passing]);
  const onMark = useCallback(
    (claimId: string, through: boolean) => {
      const from = through ? placeOf(passing, last.current) : -1;
      const to = placeOf(passing, claimId);
      const start = from < 0 ? to : Math.min(from, to);
      const touched = passing.slice(start, Math.max(from, to) + 1).map(({ id }) => id);
      last.current = claimId;
      choose((before) => {
        const after = new Set(before);
        for (const id of touched) {
          if (before.has(claimId)) after.delete(id);
          else after.add(id);
        }
        return after;
      });
    },
    [passing],
  );
  const onMarkAll = useCallback(
    (all: boolean) => {
      choose(all ? new Set(passing.map(({ id }) => id)) : none);
    },
    [passing],
  );
  return { marked, onMark, onMarkAll };
}
