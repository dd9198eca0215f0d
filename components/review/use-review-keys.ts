"use client";

import { useEffect, useEffectEvent } from "react";
import { takesKey } from "@/lib/client/shortcuts";

export type ReviewKeys = {
  readonly next: () => void;
  readonly previous: () => void;
  readonly undo: () => void;
};

/** The keys of the review screen, as they stand on its controls. */
export const reviewKeys = { next: "j", previous: "k", approve: "a", request: "r", undo: "u" } as const;

/**
 * `j` and `k` go through the claims, `u` takes the last batch back; `a` and `r` press the first button on the screen that
 * names them, so that a key never does what the screen does not offer.
 */
export function useReviewKeys({ next, previous, undo }: ReviewKeys): void {
  const actions: Readonly<Record<string, () => void>> = {
    [reviewKeys.next]: next,
    [reviewKeys.previous]: previous,
    [reviewKeys.undo]: undo,
    [reviewKeys.approve]: () => {
      press(reviewKeys.approve);
    },
    [reviewKeys.request]: () => {
      press(reviewKeys.request);
    },
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = isForUs(event) ? actions[event.key] : undefined;
    const mayRepeat = event.key === reviewKeys.next || event.key === reviewKeys.previous;
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
