"use client";

import { lazy } from "react";

/** What is not needed for the first picture of the workbench comes after it: see `useLaterParts`. */
const parts = {
  notes: () => import("@/components/notes/notes-tab"),
  review: () => import("@/components/annotations/review-tab"),
  history: () => import("@/components/claims/history-tab"),
  difference: () => import("@/components/revisions/difference"),
  work: () => import("@/components/assignments/work-dialog"),
  source: () => import("@/components/sources/source-dialog"),
  search: () => import("@/components/sources/search-dialog"),
  keys: () => import("./shortcut-dialog"),
};

export const NotesTab = lazy(() => parts.notes().then((part) => ({ default: part.NotesTab })));
export const ReviewTab = lazy(() => parts.review().then((part) => ({ default: part.ReviewTab })));
export const HistoryTab = lazy(() => parts.history().then((part) => ({ default: part.HistoryTab })));
export const Difference = lazy(() => parts.difference().then((part) => ({ default: part.Difference })));
export const ShortcutDialog = lazy(() => parts.keys().then((part) => ({ default: part.ShortcutDialog })));

/** Fetches what is left while nothing else happens, so that it is there when it is asked for, offline too. */
export function fetchLaterParts(): void {
  for (const fetchPart of Object.values(parts)) fetchPart().catch(ignore);
}

// Fetched again when it is needed.
function ignore(): void {
  return;
}
