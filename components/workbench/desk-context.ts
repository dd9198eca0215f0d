"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import type { Scale } from "@/lib/core/verdicts/scale";
import { present } from "@/lib/core/shared/assert";
import type { WorkbenchState, WorkbenchStore } from "@/lib/client/workbench-store";

export type InspectorTab = "claim" | "notes" | "review" | "history";
export type WorkbenchDialog = "help" | "source" | "search" | "assign" | "palette";

/** What every part of an open workbench can reach. */
export type Desk = {
  readonly store: WorkbenchStore;
  readonly member: DeskMember;
  readonly scale: Scale;
  readonly open: (dialog: WorkbenchDialog) => void;
  readonly showTab: (tab: InspectorTab) => void;
  readonly submit: () => void;
  readonly goOn: () => void;
  readonly undo: () => void;
  /** Asks who gets these claims. */
  readonly openAssign: (claimIds: readonly string[]) => void;
};

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  return present(useContext(DeskContext), "a part of the workbench stands inside of it");
}

export function useWorkbenchState(store: WorkbenchStore): WorkbenchState {
  return useSyncExternalStore(store.subscribe, store.read, store.read);
}
