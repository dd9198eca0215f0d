"use client";

import { useCallback, useState } from "react";
import type { ClaimFilter } from "@/lib/core/claims/claim-filter";
import type { InspectorTab, WorkbenchDialog } from "./desk-context";
import type { Pane } from "./panes";

/** The claims in the article that they stand in, or in rows. */
export type Layout = "galley" | "table";

/** What of the workbench is on the screen; the address tells of the filter and the layout, the rest is nobody's business. */
export function useView(start: { readonly filter: ClaimFilter; readonly layout: Layout }) {
  const [filter, setFilter] = useState(start.filter);
  const [layout, setLayout] = useState(start.layout);
  const [tab, setTab] = useState<InspectorTab>("claim");
  const [dialog, open] = useState<WorkbenchDialog | null>(null);
  const [pane, choosePane] = useState<Pane>("article");
  const close = useCallback(() => {
    open(null);
  }, []);
  const showTab = useCallback((next: InspectorTab) => {
    setTab(next);
    choosePane("inspector");
  }, []);
  const showList = useCallback(() => {
    choosePane("list");
  }, []);
  const switchLayout = useCallback(() => {
    setLayout((now) => (now === "table" ? "galley" : "table"));
    choosePane("article");
  }, []);
  return {
    filter,
    setFilter,
    layout,
    switchLayout,
    tab,
    dialog,
    pane,
    choosePane,
    open,
    close,
    showTab,
    showList,
  };
}
