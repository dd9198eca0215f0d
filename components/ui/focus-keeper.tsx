"use client";

import { useEffect } from "react";

/** Once on every page: the focus is never lost with what had it. */
export function FocusKeeper() {
  useEffect(() => {
    let end: (() => void) | null = null;
    let isOver = false;
    void import("./keep-focus").then(({ keepFocus }) => {
      if (!isOver) end = keepFocus();
    }, ignore);
    return () => {
      isOver = true;
      end?.();
    };
  }, []);
  return null;
}

// Without it the focus is where the browser leaves it.
function ignore(): void {
  return;
}
