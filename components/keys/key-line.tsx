"use client";

import { useRef, type KeyboardEvent } from "react";
import { shownKey } from "@/lib/core/keys/shortcut";
import { Button } from "@/components/ui/button";
import { SwapLine } from "./swap-line";
import type { SwapOffer } from "./use-key-choice";

type KeyLineProps = {
  readonly words: string;
  /** What is pressed before it; null for nothing. */
  readonly before: string | null;
  readonly pressed: string | null;
  readonly isOwn: boolean;
  readonly isRecording: boolean;
  /** What can be swapped with it; null where nothing stands in its way. */
  readonly offer: SwapOffer | null;
  readonly onRecord: (on: boolean) => void;
  readonly onKey: (key: string) => void;
  readonly onRefuse: (why: string) => void;
  readonly onReset: () => void;
  readonly onSwap: () => void;
  readonly onLeave: () => void;
};

const modifiers: ReadonlySet<string> = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

/** One key: what it does, which it is, and the two ways to change it. */
export function KeyLine({ words, before, pressed, isOwn, isRecording, offer, ...on }: KeyLineProps) {
  const change = useRef<HTMLButtonElement>(null);
  /** The question goes, and the focus with it to where it came from. */
  const answer = (run: () => void) => () => {
    change.current?.focus();
    run();
  };
  function onKeyDown(event: KeyboardEvent) {
    // Tab goes on, so that nobody is caught in here.
    if (!isRecording || event.key === "Tab" || modifiers.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") on.onRecord(false);
    else if (event.ctrlKey || event.metaKey || event.altKey)
      on.onRefuse("Keys with Ctrl, Alt or ⌘ belong to the browser and the system. Press one key alone.");
    else if (event.shiftKey && /^Digit[0-9]$/.test(event.code))
      on.onRefuse("A digit with Shift gives a verdict and submits it. Press another key.");
    else on.onKey(event.key);
  }
  const shown = pressed === null ? "none" : [before, shownKey(pressed)].filter(Boolean).join(" ");
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-1 text-sm">
      <span className="min-w-0 flex-1 basis-48">{words}</span>
      <kbd className="min-w-8 rounded border border-control px-1.5 text-center font-sans text-xs leading-6">
        {shown}
      </kbd>
      <Button
        ref={change}
        aria-label={
          isRecording ? `${words}: press the new key, Escape keeps the old one` : `${words}: change the key`
        }
        aria-pressed={isRecording}
        data-records-key={isRecording ? true : undefined}
        className="min-w-32"
        onClick={() => on.onRecord(!isRecording)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (isRecording) on.onRecord(false);
        }}
      >
        {isRecording ? "Press a key…" : "Change"}
      </Button>
      <Button look="plain" aria-label={`${words}: reset the key`} disabled={!isOwn} onClick={on.onReset}>
        Reset
      </Button>
      {offer === null ? null : (
        <SwapLine offer={offer} onSwap={answer(on.onSwap)} onLeave={answer(on.onLeave)} />
      )}
    </li>
  );
}
