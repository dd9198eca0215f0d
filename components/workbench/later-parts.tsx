"use client";

import { lazy } from "react";

/** What is not needed for the first picture of the workbench comes after it: see `useLaterParts`. */
const parts = {
  claim: () => import("./claim-tab"),
  filters: () => import("@/components/claims/more-filters"),
  windows: () => import("@/components/ui/windowed"),
  notes: () => import("@/components/notes/notes-tab"),
  review: () => import("@/components/annotations/review-tab"),
  history: () => import("@/components/claims/history-tab"),
  difference: () => import("@/components/revisions/difference"),
  settings: () => import("@/components/claims/claim-form"),
  fitting: () => import("@/components/claims/fit-words"),
  table: () => import("./table-pane"),
  palette: () => import("./palette"),
  assign: () => import("@/components/assignments/assign-dialog"),
  work: () => import("@/components/assignments/work-dialog"),
  source: () => import("@/components/sources/source-dialog"),
  search: () => import("@/components/sources/search-dialog"),
  keys: () => import("./shortcut-dialog"),
  merge: () => import("@/lib/client/find-reconcile"),
};

export const ClaimTab = lazy(() => parts.claim().then((part) => ({ default: part.ClaimTab })));
export const NotesTab = lazy(() => parts.notes().then((part) => ({ default: part.NotesTab })));
export const ReviewTab = lazy(() => parts.review().then((part) => ({ default: part.ReviewTab })));
export const HistoryTab = lazy(() => parts.history().then((part) => ({ default: part.HistoryTab })));
export const TablePane = lazy(() => parts.table().then((part) => ({ default: part.TablePane })));
export const AssignDialog = lazy(() => parts.assign().then((part) => ({ default: part.AssignDialog })));
export const Palette = lazy(() => parts.palette().then((part) => ({ default: part.Palette })));
export const ShortcutDialog = lazy(() => parts.keys().then((part) => ({ default: part.ShortcutDialog })));

/** Fetches what is left while nothing else happens, so that it is there when it is asked for, offline too. */
export function fetchLaterParts(): void {
  for (const fetchPart of Object.values(parts)) fetchPart().catch(ignore);
}

/** What stands in the inspector as soon as a claim is chosen is wanted at once. */
export function fetchClaimPart(): void {
  parts.claim().catch(ignore);
}

// Fetched again when it is needed.
function ignore(): void {
  return;
}
