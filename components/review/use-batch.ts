"use client";

import { useState } from "react";
import type { Approvable, BatchReviewResult } from "@/lib/core/annotations/annotation";
import { problemWords } from "@/lib/client/problem";
import type { WorkbenchStore } from "@/lib/client/workbench-store";
import { toast } from "@/components/ui/announcer";

/** The last batch of approvals, which one key takes back as a whole. */
export function useBatch(store: WorkbenchStore) {
  const [open, setOpen] = useState(false);
  const [last, setLast] = useState<readonly Approvable[]>([]);
  const [busy, setBusy] = useState(false);

  function approved(chosen: readonly Approvable[], { given, refused }: BatchReviewResult): void {
    const done = new Set(given);
    setLast(chosen.filter(({ annotationId }) => done.has(annotationId)));
    setOpen(false);
    const rest = refused.length === 0 ? "" : `; ${refused.length} had changed meanwhile and were left`;
    toast(`Approved ${given.length}${rest}`);
    store.forgetAll();
  }

  async function undo(): Promise<void> {
    if (busy || last.length === 0) return;
    setBusy(true);
    const annotations = last.map(({ annotationId: id, version }) => ({ id, version }));
    const answer = await store.api.reviewMany({ decision: "withdraw", annotations });
    setBusy(false);
    if (answer.ok) setLast([]);
    toast(answer.ok ? `Took back ${answer.value.given.length}` : problemWords(answer.problem));
    store.forgetAll();
  }

  return {
    isOpen: open,
    open: () => {
      setOpen(true);
    },
    close: () => {
      setOpen(false);
    },
    last: last.length,
    busy,
    approved,
    undo,
  };
}
