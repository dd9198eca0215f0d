"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { PersonHere } from "@/lib/core/events/presence";
import { PeopleHere } from "@/lib/client/people-here";

// Around the workbench nobody is told of.
const PresenceContext = createContext(new PeopleHere());
export const PresenceProvider = PresenceContext.Provider;

const nobody: readonly PersonHere[] = [];
const onServer = () => nobody;

export function usePeopleHere(): readonly PersonHere[] {
  const people = useContext(PresenceContext);
  return useSyncExternalStore(people.subscribe, people.all, onServer);
}

/** Colleagues at one claim: whoever shows it is painted anew only when these change. */
export function usePeopleAt(claimId: string): readonly PersonHere[] {
  const people = useContext(PresenceContext);
  return useSyncExternalStore(people.subscribe, () => people.at(claimId), onServer);
}
