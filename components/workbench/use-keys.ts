"use client";

import { useEffect, useEffectEvent } from "react";
import { keyMeaning, takesKey, type ShortcutAction } from "@/lib/client/shortcuts";

type Keys = {
  readonly actions: Readonly<Record<ShortcutAction, () => void>>;
  readonly onDigit: (digit: string) => void;
};

/** The keys of the workbench. They never fire while somebody writes; Escape leaves the field. */
export function useKeys({ actions, onDigit }: Keys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === "Escape") leaveField(event.target);
    if (takesKey(event.target, event.key)) return;
    const meaning = keyMeaning(event);
    if (!meaning) return;
    event.preventDefault();
    if (meaning.kind === "verdict") onDigit(meaning.digit);
    else actions[meaning.action]();
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
