"use client";

import { useEffect } from "react";
import { writeFilter, type ClaimFilter } from "@/lib/core/claims/claim-filter";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { placeOf } from "@/lib/client/claim-set";
import { isEcho, listen } from "@/lib/client/live";
import type { PeopleHere } from "@/lib/client/people-here";
import type { WorkbenchStore } from "@/lib/client/workbench-store";
import type { Layout } from "./use-view";
import { fetchClaimPart, fetchLaterParts } from "./later-parts";
import { usePresence } from "@/components/presence/use-presence";
import { toast } from "@/components/ui/announcer";

/** Drafts that an earlier visit left, the network coming back, the tab being closed too early. */
export function useSafety(store: WorkbenchStore): void {
  useEffect(() => {
    void store.saver.restore().then((count) => {
      if (count > 0)
        toast(
          count === 1 ? "A draft from before is being saved" : `${count} drafts from before are being saved`,
        );
    }, ignore);
    const resume = () => {
      store.saver.resume();
    };
    const onFocus = () => {
      // Perhaps somebody has signed in again in another tab.
      if ([...store.state.saves.values()].some(({ phase }) => phase.kind === "signed_out")) resume();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (store.state.saves.size > 0) event.preventDefault();
    };
    window.addEventListener("online", resume);
    window.addEventListener("focus", onFocus);
    window.addEventListener("beforeunload", onLeave);
    return () => {
      window.removeEventListener("online", resume);
      window.removeEventListener("focus", onFocus);
      window.removeEventListener("beforeunload", onLeave);
    };
  }, [store]);
}

// Without storage on the device there is nothing to restore.
function ignore(): void {
  return;
}

/** Colleagues' changes: what they touched is read again, never what the reader is writing. And who is here, where that is shown. */
export function useLive(store: WorkbenchStore, articleId: string, people?: PeopleHere): void {
  useEffect(
    () =>
      listen({
        address: store.api.eventsAddress(articleId),
        isOwnEcho: (news) => isEcho(news, (claimId) => store.knownVersion(claimId)),
        onReconnect: () => {
          people?.forget();
          store.forgetAll();
        },
        onNews: (claimIds) => {
          store.hear(claimIds);
        },
        onPresence: (data) => people?.hear(data),
      }),
    [store, articleId, people],
  );
}

/** Colleagues' changes, and who of them is here. */
export function useColleagues(store: WorkbenchStore, articleId: string): PeopleHere {
  const people = usePresence(store, articleId);
  useLive(store, articleId, people);
  return people;
}

/** Opening a claim that is kept for the reader is a sign of work: it stays theirs for longer. */
export function useLease(store: WorkbenchStore, memberId: string, detail: ClaimDetail | undefined): void {
  const claimId = detail?.claim.id;
  const isMine = detail?.assignments.some(({ member }) => member.memberId === memberId) ?? false;
  useEffect(() => {
    if (claimId !== undefined && isMine) void store.api.openWork(claimId);
  }, [store, claimId, isMine]);
}

/** The rest of the program, once the article is there to be read. */
export function useLaterParts(): void {
  useEffect(() => {
    fetchClaimPart();
    return whenIdle(fetchLaterParts, { soonestMs: 1_000, latestMs: 5_000 });
  }, []);
}

/** Calls once the browser has nothing else to do; where it does not tell, after `soonestMs`. @returns the end of it. */
function whenIdle(
  call: () => void,
  { soonestMs, latestMs }: { readonly soonestMs: number; readonly latestMs: number },
): () => void {
  // Safari has no word for when nothing happens.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(call, soonestMs);
    return () => {
      clearTimeout(timer);
    };
  }
  const idle = requestIdleCallback(call, { timeout: latestMs });
  return () => {
    cancelIdleCallback(idle);
  };
}

/**
 * The address names the chosen claim and the filter, so that a reload or a link leads back to them. It is written as soon
 * as there is time, and with the state that is there: the router has no part in it, and would set the whole page anew.
 */
export function useAddress(selectedId: string | null, filter: ClaimFilter, layout: Layout): void {
  useEffect(() => {
    const write = () => {
      const url = new URL(window.location.href);
      const parts = [
        ["claim", selectedId],
        ["view", layout === "table" ? layout : null],
        ...writeFilter(filter),
      ] as const;
      for (const [name, value] of parts) {
        if (value === null) url.searchParams.delete(name);
        else url.searchParams.set(name, value);
      }
      if (url.href !== window.location.href) window.history.replaceState(window.history.state, "", url);
    };
    return whenIdle(write, { soonestMs: 50, latestMs: 250 });
  }, [selectedId, filter, layout]);
}

/** The claims that are likely to come next are read ahead, so that going on shows them at once. */
export function useReadAhead(store: WorkbenchStore, selectedId: string | null): void {
  useEffect(() => {
    if (selectedId !== null) void store.load(selectedId);
    const timer = setTimeout(() => {
      const at = placeOf(store.state.shown, selectedId);
      for (const claim of store.state.shown.slice(at + 1, at + 3)) void store.load(claim.id);
    }, 150);
    return () => {
      clearTimeout(timer);
    };
  }, [store, selectedId]);
}
