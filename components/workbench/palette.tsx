"use client";

import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from "react";
import { useRouter } from "next/navigation";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { filterClaims, noFilter } from "@/lib/core/claims/claim-filter";
import type { Scale } from "@/lib/core/verdicts/scale";
import { ClaimMark } from "@/components/claims/claim-mark";
import { claimName } from "@/components/claims/claim-words";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { classNames } from "@/components/ui/class-names";
import { VerdictGlyph } from "@/components/verdicts/verdict-glyph";
import type { Room } from "@/components/workspace/rooms";
import { chordKey, shortcutActions, shownKey, type ShortcutAction } from "@/lib/core/keys/shortcut";
import { usePersonKeys, useShortcuts } from "@/components/keys/keys-context";

type PaletteProps = {
  readonly actions: Readonly<Record<ShortcutAction, () => void>>;
  readonly onDigit: (digit: string) => void;
  readonly claims: readonly ClaimSummary[];
  readonly onSelect: (claimId: string) => void;
  readonly scale: Scale;
  readonly rooms: readonly Room[];
  readonly onClose: () => void;
};

type Entry = {
  readonly id: string;
  readonly words: string;
  readonly sign: ReactNode;
  readonly keys: string;
  readonly run: () => void;
};

const mostClaims = 20;

/** Everything that can be done here, by its name: commands, verdicts, rooms, and the claims themselves. */
export function Palette(props: PaletteProps) {
  const { onClose } = props;
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const entries = useEntries(props, typed);
  const current = entries[Math.min(at, entries.length - 1)];
  function run(entry: Entry | undefined) {
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
    else setAt((Math.min(at, entries.length - 1) + step + entries.length) % Math.max(1, entries.length));
  }
  return (
    <Dialog title="Go to or do" onClose={onClose}>
      <form onSubmit={(event) => event.preventDefault()}>
        <input
          type="search"
          role="combobox"
          aria-label="Command, room, words or number of a claim"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
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
      {entries.length === 0 ? <p className="py-3 text-sm text-muted">Nothing here is called that.</p> : null}
    </Dialog>
  );
}

type LineProps = {
  readonly id: string;
  readonly entry: Entry;
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
      <span className="min-w-0 flex-1 truncate">{entry.words}</span>
      {entry.keys === "" ? null : <Kbd>{entry.keys}</Kbd>}
    </li>
  );
}

function useEntries(props: PaletteProps, typed: string): readonly Entry[] {
  const { actions, onDigit, claims, onSelect, scale, rooms } = props;
  const router = useRouter();
  const shortcuts = useShortcuts();
  const keys = usePersonKeys();
  const fixed = useMemo((): readonly Entry[] => {
    const commands = shortcutActions.map((action) => ({
      id: action,
      words: shortcuts[action].words,
      sign: null,
      keys: shortcuts[action].shown,
      run: actions[action],
    }));
    const verdicts = scale.options.map(({ key, label, shortcut, glyph, tone }) => ({
      id: `verdict-${key}`,
      words: `Verdict: ${label}`,
      sign: (
        <span data-tone={tone} className="text-tone">
          <VerdictGlyph glyph={glyph} className="size-3.5" />
        </span>
      ),
      keys: shortcut,
      run: () => onDigit(shortcut),
    }));
    const places = rooms.map(({ label, href, name }) => ({
      id: `room-${name}`,
      words: `Go to: ${label}`,
      sign: null,
      keys: `${chordKey} ${shownKey(keys.rooms[name])}`,
      run: () => router.push(href),
    }));
    return [...commands, ...verdicts, ...places];
  }, [actions, onDigit, scale, rooms, router, shortcuts, keys]);
  return useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    if (wanted === "") return fixed;
    const found = filterClaims(claims, { ...noFilter, text: wanted }, null).slice(0, mostClaims);
    return [
      ...fixed.filter(({ words }) => words.toLowerCase().includes(wanted)),
      ...found.map((claim) => ({
        id: claim.id,
        words: `${claimName(claim, scale)}: ${claim.text}`,
        sign: <ClaimMark claim={claim} scale={scale} />,
        keys: "",
        run: () => onSelect(claim.id),
      })),
    ];
  }, [fixed, typed, claims, scale, onSelect]);
}
