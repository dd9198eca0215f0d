"use client";

import { useEffect, useEffectEvent } from "react";
import { useShortcuts } from "@/components/keys/keys-context";
import { takesKey } from "@/lib/client/shortcuts";

/** What the keys of the list mean: a step to the next or previous change, or a decision on the one that has the focus. */
export type StepKeys = Readonly<Record<string, ((claimId: string) => void) | undefined>>;

/**
 * The person's own keys for the next and the previous claim go through the changes; other keys decide about the one that
 * has the focus. Never while somebody writes.
 */
export function useSteps(keys: StepKeys): void {
  const { next, previous } = useShortcuts();
  const moves = new Map<string | undefined, 1 | -1>([
    [next.key, 1],
    [previous.key, -1],
  ]);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isSomebodyElses(event) || takesKey(event.target, event.key)) return;
    const by = moves.get(event.key);
    if (by) step(by);
    else if (!decideFocused(keys, event)) return;
    event.preventDefault();
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

/** A command of the browser or the system, or a letter on its way through an input method. */
function isSomebodyElses({
  defaultPrevented,
  ctrlKey,
  metaKey,
  altKey,
  isComposing,
}: KeyboardEvent): boolean {
  return defaultPrevented || ctrlKey || metaKey || altKey || isComposing;
}

/** @returns whether the key meant anything here. */
function decideFocused(keys: StepKeys, { key, repeat }: KeyboardEvent): boolean {
  const claimId = focusedStep()?.dataset["claim"];
  const act = keys[key];
  if (!act || claimId === undefined || repeat) return false;
  act(claimId);
  return true;
}

function focusedStep(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("[data-step]") ?? null;
}

function step(by: 1 | -1): void {
  const steps = [...document.querySelectorAll<HTMLElement>("[data-step]")];
  const current = focusedStep();
  const at = current ? steps.indexOf(current) : by === 1 ? -1 : steps.length;
  const target = steps[Math.max(0, Math.min(steps.length - 1, at + by))];
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "nearest" });
}
