"use client";

import { useLayoutEffect, useRef, type SyntheticEvent } from "react";
import { movedPlace } from "@/lib/client/caret";

/** Keeps the caret of a field at its words when they are changed from elsewhere, where a browser sends it to the end. */
export function useKeptCaret(text: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  const last = useRef({ text, start: 0, end: 0 });
  const note = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart: start, selectionEnd: end } = currentTarget;
    last.current = { text: value, start, end };
  };
  useLayoutEffect(() => {
    const { text: before, start, end } = last.current;
    if (before === text) return;
    last.current = { text, start: movedPlace(before, text, start), end: movedPlace(before, text, end) };
    if (document.activeElement === field.current)
      field.current?.setSelectionRange(last.current.start, last.current.end);
  }, [text]);
  return { field, note };
}
