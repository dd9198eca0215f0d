"use client";

import { useEffect, useState } from "react";
import { PeopleHere } from "@/lib/client/people-here";
import type { WorkbenchStore } from "@/lib/client/workbench-store";

/** Who else is here; and tells them of the reader: on which claim they rest, whether they write, and that they go. */
export function usePresence(store: WorkbenchStore, articleId: string): PeopleHere {
  const [people] = useState(() => new PeopleHere());
  useEffect(() => {
    let end: (() => void) | null = null;
    let isOver = false;
    // Nobody waits for it.
    void import("@/lib/client/announce-presence").then(({ announcePresence }) => {
      if (!isOver) end = announcePresence(store, articleId);
    }, ignore);
    return () => {
      isOver = true;
      end?.();
    };
  }, [store, articleId]);
  return people;
}

// Colleagues do not see the reader, and nothing else is missing.
function ignore(): void {
  return;
}
