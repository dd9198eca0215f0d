"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { filterClaims, type ClaimFilter } from "@/lib/core/claims/claim-filter";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { roomOfKey } from "@/lib/core/keys/chord";
import type { Workbench } from "@/lib/core/claims/workbench";
import { placeOf } from "@/lib/client/claim-set";
import { usePersonKeys } from "@/components/keys/keys-context";
import { toast } from "@/components/ui/announcer";
import { roomsOf, roomsOfArticle, type Room } from "@/components/workspace/rooms";
import { problemWords } from "@/lib/client/problem";
import { saveStatus } from "@/lib/client/save-status";
import { focusWhenThere } from "@/lib/client/reveal";
import { WorkbenchStore } from "@/lib/client/workbench-store";
import { useWorkbenchState, type Desk } from "./desk-context";
import { useKeys } from "./use-keys";
import { useAddress, useColleagues, useLease, useLaterParts, useReadAhead, useSafety } from "./use-lifeline";
import { useView, type Layout } from "./use-view";
import { useWorkbenchActions } from "./use-workbench-actions";

/** What the address asks for. */
export type WorkbenchStart = {
  /** The claim to begin with, read already. */
  readonly detail: ClaimDetail | null;
  readonly filter: ClaimFilter;
  readonly layout: Layout;
};

/** The workbench without its picture: its store, its keys, its line to the server, and what is on the screen. */
export function useWorkbench({ member, article, scale, claims }: Workbench, start: WorkbenchStart) {
  const { detail } = start;
  const [store] = useState(() => {
    const selectedId = detail?.claim.id ?? null;
    return new WorkbenchStore({ member, articleId: article.id, claims, detail, selectedId });
  });
  const state = useWorkbenchState(store);
  const view = useView(start);
  const { filter, open, showTab, showList, choosePane, switchLayout } = view;
  const passing = usePassing(store, article.id, state.shown, filter);
  const filterField = useRef<HTMLInputElement>(null);
  const { actions, onDigit, onQuickDigit, onStep } = useWorkbenchActions({
    store,
    scale,
    passing,
    filterField,
    open,
    showTab,
    showList,
    switchLayout,
  });
  const rooms = useMemo(
    () => [...roomsOf(member), ...roomsOfArticle(member, article.id)],
    [member, article.id],
  );
  useWorkbenchKeys({ actions, onDigit, onQuickDigit }, rooms, open);
  useSafety(store);
  const people = useColleagues(store, article.id);
  useLease(store, member.memberId, state.details.get(state.selectedId ?? ""));
  useAddress(state.selectedId, filter, view.layout);
  useReadAhead(store, state.selectedId);
  useLaterParts();
  const { desk, toAssign } = useDeskOf(store, { member, scale, open, showTab }, actions);
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
  return {
    state,
    view,
    passing,
    filterField,
    desk,
    onSelect,
    onStep,
    onDigit,
    status,
    actions,
    rooms,
    toAssign,
    people,
  };
}

/** What the parts of the workbench reach, and the claims that somebody is to be given. */
function useDeskOf(
  store: WorkbenchStore,
  { member, scale, open, showTab }: Pick<Desk, "member" | "scale" | "open" | "showTab">,
  { submit, next_unaddressed: goOn, undo }: Hands["actions"],
): { readonly desk: Desk; readonly toAssign: readonly string[] } {
  const [toAssign, assignTo] = useState<readonly string[]>([]);
  const desk = useMemo((): Desk => {
    const openAssign = (claimIds: readonly string[]) => {
      assignTo(claimIds);
      open("assign");
    };
    return { store, member, scale, open, showTab, submit, goOn, undo, openAssign };
  }, [store, member, scale, open, showTab, submit, goOn, undo]);
  return { desk, toAssign };
}

type Hands = Pick<Parameters<typeof useKeys>[0], "actions" | "onDigit" | "onQuickDigit">;

function useWorkbenchKeys(hands: Hands, rooms: readonly Room[], open: (dialog: "palette") => void): void {
  const router = useRouter();
  const keys = usePersonKeys();
  useKeys({
    ...hands,
    onPalette: () => {
      // What is typed while it is fetched is meant for its field, not for the workbench.
      focusWhenThere("palette-field", () => undefined);
      open("palette");
    },
    onRoom: (key) => {
      const wanted = roomOfKey(keys.rooms, key);
      const room = rooms.find(({ name }) => name === wanted);
      if (room) router.push(room.href);
      return room !== undefined;
    },
  });
}

/** The claims that pass the filter, in its order. */
function usePassing(
  store: WorkbenchStore,
  articleId: string,
  shown: readonly ClaimSummary[],
  filter: ClaimFilter,
): readonly ClaimSummary[] {
  const assigned = useAssigned(store, articleId, filter.assignee);
  const passing = useMemo(() => filterClaims(shown, filter, assigned), [shown, filter, assigned]);
  return useOrdered(passing, filter.order);
}

type Order = (claims: readonly ClaimSummary[]) => readonly ClaimSummary[];

/** The claims in the order that is asked for; what sorts them is fetched when it is wanted. */
function useOrdered(claims: readonly ClaimSummary[], order: ClaimFilter["order"]): readonly ClaimSummary[] {
  const [byWorth, learn] = useState<{ readonly sort: Order } | null>(null);
  const isWanted = order === "worth";
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    void import("@/lib/core/claims/by-worth").then((found) => {
      if (isHere) learn({ sort: found.byWorth });
    });
    return () => {
      isHere = false;
    };
  }, [isWanted]);
  return useMemo(() => (isWanted && byWorth ? byWorth.sort(claims) : claims), [isWanted, byWorth, claims]);
}

/** The claims of the assignee who is asked for, as far as the server tells; null until it has, or where nobody is. */
function useAssigned(
  store: WorkbenchStore,
  articleId: string,
  assignee: string | null,
): ReadonlySet<string> | null {
  const [known, learn] = useState<{ readonly of: string; readonly ids: ReadonlySet<string> } | null>(null);
  useEffect(() => {
    if (assignee === null) return;
    let isHere = true;
    void store.api.listClaims(articleId, { assignee }).then((answer) => {
      if (!isHere) return;
      if (answer.ok) learn({ of: assignee, ids: new Set(answer.value.items.map(({ id }) => id)) });
      else toast(`Who has been given what could not be read: ${problemWords(answer.problem)}`);
    });
    return () => {
      isHere = false;
    };
  }, [store, articleId, assignee]);
  return known !== null && known.of === assignee ? known.ids : null;
}
