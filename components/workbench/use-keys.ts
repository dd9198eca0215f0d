"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { ShortcutAction } from "@/lib/core/keys/shortcut";
import { usePersonKeys } from "@/components/keys/keys-context";
import { Chord, keyMeaning, opensPalette, takesKey } from "@/lib/client/shortcuts";

type Keys = {
  readonly actions: Readonly<Record<ShortcutAction, () => void>>;
  readonly onDigit: (digit: string) => void;
  /** A verdict that is handed in at once. */
  readonly onQuickDigit: (digit: string) => void;
  readonly onPalette: () => void;
  /** Where `g` and this key lead. */
  readonly onRoom: (key: string) => boolean;
};

/** The keys of the workbench. They never fire while somebody writes; Escape leaves the field. */
export function useKeys({ actions, onDigit, onQuickDigit, onPalette, onRoom }: Keys): void {
  const keys = usePersonKeys();
  const chord = useRef(new Chord());
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (opensPalette(event)) {
      event.preventDefault();
      onPalette();
      return;
    }
    if (event.key === "Escape") leaveField(event.target);
    if (takesKey(event.target, event.key)) return;
    if (chord.current.takes(event, onRoom)) {
      event.preventDefault();
      return;
    }
    const meaning = keyMeaning(event, keys.actions);
    if (!meaning) return;
    event.preventDefault();
    if (meaning.kind === "action") actions[meaning.action]();
    else (meaning.kind === "verdict" ? onDigit : onQuickDigit)(meaning.digit);
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

function leaveField(target: EventTarget | null): void {
  if (
    target instanceof HTMLElement &&
    target.matches("input, textarea, select") &&
    !target.closest("dialog")
  ) {
    const claim = document.querySelector<HTMLElement>('[role="button"][data-claim][aria-pressed="true"]');
    if (claim) claim.focus({ preventScroll: true });
    else target.blur();
  }
}
