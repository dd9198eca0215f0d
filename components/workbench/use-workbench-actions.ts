"use client";

import { useMemo, type RefObject } from "react";
import { nextConfidence } from "@/lib/core/annotations/confidence";
import { announce, toast } from "@/components/ui/announcer";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale, ScaleOption } from "@/lib/core/verdicts/scale";
import { stepBack } from "@/lib/client/bulk-changes";
import { claimIn } from "@/lib/client/claim-set";
import { focusWhenShown, focusWhenThere } from "@/lib/client/reveal";
import type { ShortcutAction } from "@/lib/core/keys/shortcut";
import type { WorkbenchStore } from "@/lib/client/workbench-store";
import type { InspectorTab, WorkbenchDialog } from "./desk-context";

type Surroundings = {
  readonly store: WorkbenchStore;
  readonly scale: Scale;
  readonly passing: readonly ClaimSummary[];
  readonly filterField: RefObject<HTMLInputElement | null>;
  readonly open: (dialog: WorkbenchDialog) => void;
  readonly showTab: (tab: InspectorTab) => void;
  readonly showList: () => void;
  readonly switchLayout: () => void;
};

/** What keys and buttons do. Each reads the state at the moment it is used. */
export function useWorkbenchActions(surroundings: Surroundings) {
  const { store, scale, passing, filterField, open, showTab, showList, switchLayout } = surroundings;
  return useMemo(
    () => makeActions({ store, scale, passing, filterField, open, showTab, showList, switchLayout }),
    [store, scale, passing, filterField, open, showTab, showList, switchLayout],
  );
}

function makeActions({
  store,
  scale,
  passing,
  filterField,
  open,
  showTab,
  showList,
  switchLayout,
}: Surroundings) {
  const withClaim = (act: (claimId: string) => void) => () => {
    const { selectedId } = store.state;
    if (selectedId) act(selectedId);
    else toast("Choose a claim first");
  };
  const moves = makeMoves(store, passing);
  const goOn = moves.next_unaddressed;
  const write = (tab: InspectorTab, field: string, keep: (claimId: string, typed: string) => void) =>
    withClaim((claimId) => {
      showTab(tab);
      focusWhenThere(field, (typed) => keep(claimId, typed));
    });
  const evidence = (dialog: WorkbenchDialog) =>
    withClaim(() => {
      if (mayAnnotate(store)) open(dialog);
      else toast("This claim is not yours to annotate now");
    });
  const actions: Record<ShortcutAction, () => void> = {
    ...moves,
    rationale: write("claim", "rationale", (claimId, typed) => keepRationale(store, claimId, typed)),
    note: write("notes", "new-note", (claimId, typed) => store.keepNote(claimId, typed)),
    source: evidence("source"),
    search_log: evidence("search"),
    confidence: withClaim((claimId) => raiseConfidence(store, claimId)),
    submit: withClaim((claimId) => submitClaim(store, claimId, goOn)),
    undo: () => void takeBack(store, "undo"),
    redo: () => void takeBack(store, "redo"),
    table: switchLayout,
    filter: () => {
      showList();
      focusFilter(filterField);
    },
    help: () => open("help"),
  };
  const optionAt = (digit: string) => scale.options.find(({ shortcut }) => shortcut === digit);
  const giveVerdict = (digit: string) =>
    withClaim((claimId) => {
      const option = optionAt(digit);
      if (!option) return;
      void store.annotate(claimId, { verdict: option.key });
      announce(option.label);
    });
  /** Goes through what was found while the field keeps the focus. */
  const onStep = (step: 1 | -1) => {
    store.selectBy(step, passing);
  };
  const onQuickDigit = (digit: string) =>
    withClaim((claimId) => void giveQuickly(store, claimId, optionAt(digit), goOn))();
  return { actions, onStep, onQuickDigit, onDigit: (digit: string) => giveVerdict(digit)() };
}

type Move = "next" | "previous" | "next_unaddressed" | "previous_unaddressed" | "first" | "last";

function makeMoves(store: WorkbenchStore, passing: readonly ClaimSummary[]): Record<Move, () => void> {
  const toUnaddressed = (which: "next" | "previous") => () => {
    if (store.selectUnaddressed(which)) focusClaim(store);
    else toast("Every claim has a ruling or your verdict");
  };
  const move = (step: 1 | -1) => () => {
    store.selectBy(step, passing);
    focusClaim(store);
  };
  const toEnd = (end: "first" | "last") => () => {
    store.selectEnd(end, passing);
    focusClaim(store);
  };
  return {
    next: move(1),
    previous: move(-1),
    next_unaddressed: toUnaddressed("next"),
    previous_unaddressed: toUnaddressed("previous"),
    first: toEnd("first"),
    last: toEnd("last"),
  };
}

function mayAnnotate(store: WorkbenchStore): boolean {
  const detail = store.state.details.get(store.state.selectedId ?? "");
  return detail?.steps.some(({ kind }) => kind === "annotate") ?? false;
}

function raiseConfidence(store: WorkbenchStore, claimId: string): void {
  void store.annotate(claimId, { confidence: nextConfidence(store.content(claimId).confidence) });
}

function submitClaim(store: WorkbenchStore, claimId: string, goOn: () => void): void {
  if (!mayAnnotate(store)) {
    goOn();
    return;
  }
  if (store.content(claimId).verdict === null) {
    toast("Give a verdict first: press a digit");
    return;
  }
  void store.annotate(claimId, {}, { when: "now", submit: true });
  goOn();
}

/** Gives a verdict, hands it in and goes on, where the policy needs no more than a verdict. */
async function giveQuickly(
  store: WorkbenchStore,
  claimId: string,
  option: ScaleOption | undefined,
  goOn: () => void,
): Promise<void> {
  const detail = await store.load(claimId);
  if (!option || !detail) return;
  if (!detail.steps.some(({ kind }) => kind === "annotate")) {
    toast("This claim is not yours to annotate now");
    return;
  }
  const { citations, noSourceFound } = store.content(claimId);
  const isEnough = detail.policy !== "blind_check" || citations.length > 0 || noSourceFound;
  void store.annotate(claimId, { verdict: option.key }, isEnough ? { when: "now", submit: true } : undefined);
  announce(option.label);
  if (isEnough) goOn();
  else toast("Saved. A colleague judges from the sources alone: add one, then submit");
}

function keepRationale(store: WorkbenchStore, claimId: string, typed: string): void {
  void store.annotate(claimId, { rationale: store.content(claimId).rationale + typed });
}

async function takeBack(store: WorkbenchStore, way: "undo" | "redo"): Promise<void> {
  const result = await stepBack(store, way);
  if (result === null) {
    toast(way === "undo" ? "Nothing to undo" : "Nothing to do again");
    return;
  }
  const { claimIds, left } = result;
  const [first] = claimIds;
  const claim = claimIn(store.state.claims, first ?? null);
  if (!first || !claim) {
    toast("These claims cannot be changed now");
    return;
  }
  store.select(first);
  const back = way === "undo" ? "what was there before is back" : "done again";
  const done =
    claimIds.length === 1 ? `Claim ${claim.ordinal}: ${back}` : `${claimIds.length} claims: ${back}`;
  toast(left === 0 ? done : `${done}; ${left} left as somebody has changed them since`);
}

/** Focus goes along with the choice, so that a screen reader reads the claim and Tab goes on from it. */
function focusClaim(store: WorkbenchStore): void {
  const { selectedId } = store.state;
  if (selectedId) focusWhenShown(`claim-${selectedId}`);
}

/** It may have to come out of hiding first. */
function focusFilter(field: Surroundings["filterField"]): void {
  requestAnimationFrame(() => {
    field.current?.focus();
    field.current?.select();
  });
}
