"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { Workbench } from "@/lib/core/claims/workbench";
import { placeOf } from "@/lib/client/claim-set";
import { filterClaims } from "@/components/claims/claim-filter";
import type { ListFilter } from "@/components/claims/claim-list-pane";
import { saveStatus } from "@/lib/client/save-status";
import { WorkbenchStore } from "@/lib/client/workbench-store";
import { useWorkbenchState, type Desk, type InspectorTab, type WorkbenchDialog } from "./desk-context";
import type { Pane } from "./panes";
import { useKeys } from "./use-keys";
import { useAddress, useLease, useLive, useLaterParts, useReadAhead, useSafety } from "./use-lifeline";
import { useWorkbenchActions } from "./use-workbench-actions";

/** The workbench without its picture: its store, its keys, its line to the server, and what is on the screen. */
export function useWorkbench({ member, article, scale, claims }: Workbench, detail: ClaimDetail | null) {
  const [store] = useState(() => {
    const selectedId = detail?.claim.id ?? null;
    return new WorkbenchStore({ member, articleId: article.id, claims, detail, selectedId });
  });
  const state = useWorkbenchState(store);
  const view = useView();
  const { filter, open, showTab, showList, choosePane } = view;
  const passing = useMemo(() => filterClaims(state.shown, filter.kind, filter.typed), [state.shown, filter]);
  const filterField = useRef<HTMLInputElement>(null);
  const { actions, onDigit, onStep } = useWorkbenchActions({
    store,
    scale,
    passing,
    filterField,
    open,
    showTab,
    showList,
  });
  useKeys({ actions, onDigit });
  useSafety(store);
  useLive(store, article.id);
  useLease(store, member.memberId, state.details.get(state.selectedId ?? ""));
  useAddress(state.selectedId);
  useReadAhead(store, state.selectedId);
  useLaterParts();
  const desk: Desk = useMemo(() => {
    const { submit, next_unaddressed: goOn, undo } = actions;
    return { store, member, scale, open, showTab, submit, goOn, undo };
  }, [store, member, scale, open, showTab, actions]);
  const onSelect = useCallback(
    (claimId: string) => {
      store.select(claimId);
      choosePane("inspector");
    },
    [store, choosePane],
  );
  const kept = state.details.get(state.selectedId ?? "")?.own ?? null;
  const left = state.left.map(({ claimId }) => claimId);
  // Those of another article are asked about there.
  const choices = left.filter((claimId) => placeOf(state.shown, claimId) >= 0);
  const status = saveStatus(state.saves.values(), kept, choices);
  return { state, view, passing, filterField, desk, onSelect, onStep, status, actions };
}

/** What of the workbench is on the screen; nothing of it is anybody else's business. */
function useView() {
  const [filter, setFilter] = useState<ListFilter>({ kind: "all", typed: "" });
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
  return { filter, setFilter, tab, dialog, pane, choosePane, open, close, showTab, showList };
}
