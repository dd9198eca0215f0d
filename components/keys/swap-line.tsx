"use client";

import { useEffect, useId, useRef } from "react";
import { chordKey, shownKey } from "@/lib/core/keys/shortcut";
import { Button } from "@/components/ui/button";
import { keyWords } from "./key-names";
import type { SwapOffer } from "./use-key-choice";

type SwapLineProps = {
  readonly offer: SwapOffer;
  readonly onSwap: () => void;
  readonly onLeave: () => void;
};

/** Under the line whose new key something else has: both change in one step, or nothing does. */
export function SwapLine({ offer: { kind, name, holder, key, inReturn }, onSwap, onLeave }: SwapLineProps) {
  const question = useId();
  const swap = useRef<HTMLButtonElement>(null);
  // Whoever pressed the key goes on by keyboard: the answer is one key away.
  useEffect(() => swap.current?.focus(), []);
  const words = (one: string) => keyWords[kind][one] ?? one;
  const shown = (one: string) => [kind === "rooms" ? chordKey : "", shownKey(one)].filter(Boolean).join(" ");
  return (
    <div
      className="flex basis-full flex-wrap items-center gap-x-4 gap-y-2 border-s-3 border-warning bg-panel px-4 py-2"
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave();
        // Enter that is still held down from choosing it answers nothing.
        if (event.repeat) event.preventDefault();
      }}
    >
      <p id={question} className="min-w-0 flex-1 basis-64">
        {shown(key)} is the key for “{words(holder)}”. Swapped, “{words(name)}” has {shown(key)} and “
        {words(holder)}” has {shown(inReturn)}.
      </p>
      <Button ref={swap} look="primary" aria-describedby={question} onClick={onSwap}>
        Swap the two
      </Button>
      <Button onClick={onLeave}>Leave both</Button>
    </div>
  );
}
