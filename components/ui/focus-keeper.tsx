"use client";

import { useEffect } from "react";
import { keepFocus } from "@/lib/client/keep-focus";

/** Once on every page: the focus is never lost with what had it. */
export function FocusKeeper() {
  useEffect(() => keepFocus(), []);
  return null;
}
