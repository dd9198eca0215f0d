"use client";

import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { classNames } from "@/components/ui/class-names";

/** One thing that can be done or gone to. */
export type PaletteEntry = {
  readonly id: string;
  readonly words: string;
  readonly sign: ReactNode;
  /** Empty where it has no key. */
  readonly keys: string;
  readonly run: () => void;
};

type PaletteDialogProps = {
  /** What one can type, for screen readers. */
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly entries: readonly PaletteEntry[];
  /** What is still looked for, or why it could not be; null when everything is there. */
  readonly remark: string | null;
  readonly onClose: () => void;
};

/** A field, and what fits what is typed there: the arrows choose, Enter does it, Escape gives the focus back. */
export function PaletteDialog({ label, typed, onType, entries, remark, onClose }: PaletteDialogProps) {
  const [at, setAt] = useState(0);
  const listId = useId();
  const place = Math.min(at, entries.length - 1);
  const current = entries[place];
  function run(entry: PaletteEntry | undefined) {
    if (!entry) return;
    onClose();
    // After the dialog has given the focus back, which what is run may move.
    requestAnimationFrame(entry.run);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step === undefined) run(current);
    else setAt((place + step + entries.length) % Math.max(1, entries.length));
  }
  return (
    <Dialog title="Go to or do" onClose={onClose}>
      <form onSubmit={(event) => event.preventDefault()}>
        <input
          id="palette-field"
          type="search"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            onType(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-10 w-full rounded-md border border-control bg-paper px-3 text-base"
        />
      </form>
      <ul id={listId} role="listbox" aria-label="What fits" className="mt-3 max-h-[60dvh] overflow-y-auto">
        {entries.map((entry) => (
          <Line
            key={entry.id}
            id={`${listId}-${entry.id}`}
            entry={entry}
            isCurrent={entry === current}
            onRun={() => run(entry)}
          />
        ))}
      </ul>
      <p role="status" className="text-sm text-muted not-empty:py-3">
        {remark ?? (entries.length === 0 ? "Nothing here is called that." : null)}
      </p>
    </Dialog>
  );
}

type LineProps = {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isCurrent: boolean;
  readonly onRun: () => void;
};

function Line({ id, entry, isCurrent, onRun }: LineProps) {
  return (
    <li
      id={id}
      ref={(line) => {
        if (isCurrent) line?.scrollIntoView({ block: "nearest" });
      }}
      role="option"
      aria-selected={isCurrent}
      onClick={onRun}
      className={classNames(
        "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-3 text-sm",
        isCurrent ? "bg-selection" : "hover:bg-panel",
      )}
    >
      <span className="grid w-4 shrink-0 place-items-center">{entry.sign}</span>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {entry.words}
      </span>
      {entry.keys === "" ? null : <Kbd>{entry.keys}</Kbd>}
    </li>
  );
}
