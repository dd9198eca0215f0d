"use client";

import { useSyncExternalStore } from "react";

type Announcement = { readonly id: number; readonly text: string; readonly visible: boolean };

const shownForMs = 5_000;
const none: readonly Announcement[] = [];
let announcements = none;
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Announcement[]): void {
  announcements = next;
  for (const listener of listeners) listener();
}

function add(text: string, visible: boolean): void {
  lastId += 1;
  const id = lastId;
  change([...announcements.slice(-2), { id, text, visible }]);
  setTimeout(() => {
    change(announcements.filter((announcement) => announcement.id !== id));
  }, shownForMs);
}

/** Says something to screen readers only: what sighted people already see. */
export function announce(text: string): void {
  add(text, false);
}

/** Says something to everybody for a few seconds. Nothing that has to be acted on belongs here. */
export function toast(text: string): void {
  add(text, true);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcer() {
  const items = useSyncExternalStore(
    subscribe,
    () => announcements,
    () => none,
  );
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-16 z-40 flex flex-col items-center gap-2 px-4 lg:bottom-6 print:hidden"
    >
      {items.map(({ id, text, visible }) => (
        <p key={id} className={visible ? "rounded-md bg-ink px-4 py-2 text-sm text-paper" : "sr-only"}>
          {text}
        </p>
      ))}
    </div>
  );
}
