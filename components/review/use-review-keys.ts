"use client";

import { useEffect, useEffectEvent } from "react";
import { useShortcuts } from "@/components/keys/keys-context";
import { takesKey } from "@/lib/client/shortcuts";

export type ReviewKeys = {
  readonly next: () => void;
  readonly previous: () => void;
  readonly undo: () => void;
};

/** The keys of the two decisions; they stand on the buttons. */
const decisionKeys = ["a", "r"] as const;

/**
 * The person's own keys go through the claims and take the last batch back; `a` and `r` press the first button on the
 * screen that names them, so that a key never does what the screen does not offer.
 */
export function useReviewKeys({ next, previous, undo }: ReviewKeys): void {
  const own = useShortcuts();
  const actions = new Map<string | undefined, () => void>(decisionKeys.map((key) => [key, () => press(key)]));
  actions.set(own.next.key, next).set(own.previous.key, previous).set(own.undo.key, undo);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = isForUs(event) ? actions.get(event.key) : undefined;
    const mayRepeat = event.key === own.next.key || event.key === own.previous.key;
    if (!action || (event.repeat && !mayRepeat)) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKey(event);
    };
    window.addEventListener("keydown", listener);
    return () => {
      window.removeEventListener("keydown", listener);
    };
  }, []);
}

function isForUs(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false;
  return !takesKey(event.target, event.key);
}

function press(key: string): void {
  document.querySelector<HTMLButtonElement>(`main [aria-keyshortcuts="${key}"]:enabled`)?.click();
}
