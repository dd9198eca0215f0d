"use client";

import { useMemo, useState } from "react";
import { useRouter } from "next/navigation";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { filterClaims, noFilter } from "@/lib/core/claims/claim-filter";
import type { Scale } from "@/lib/core/verdicts/scale";
import { ClaimMark } from "@/components/claims/claim-mark";
import { claimName } from "@/components/claims/claim-words";
import { PaletteDialog, type PaletteEntry } from "@/components/palette/palette-dialog";
import { useFound } from "@/components/palette/use-found";
import { VerdictGlyph } from "@/components/verdicts/verdict-glyph";
import type { Room } from "@/components/workspace/rooms";
import { chordKey, shortcutActions, shownKey, type ShortcutAction } from "@/lib/core/keys/shortcut";
import { usePersonKeys, useShortcuts } from "@/components/keys/keys-context";
import { useDesk } from "./desk-context";

type PaletteProps = {
  readonly actions: Readonly<Record<ShortcutAction, () => void>>;
  readonly onDigit: (digit: string) => void;
  readonly claims: readonly ClaimSummary[];
  readonly onSelect: (claimId: string) => void;
  readonly scale: Scale;
  readonly rooms: readonly Room[];
  readonly onClose: () => void;
};

const mostClaims = 20;

/** Everything that can be done here, by its name: commands, verdicts, rooms, the claims themselves, and what the desk has besides. */
export function Palette(props: PaletteProps) {
  const [typed, type] = useState("");
  const entries = useEntries(props, typed);
  const { found, remark } = useFound(useDesk().member, typed);
  return (
    <PaletteDialog
      label="Command, room, article, source, words or number of a claim"
      typed={typed}
      onType={type}
      entries={[...entries, ...found]}
      remark={remark}
      onClose={props.onClose}
    />
  );
}

function useEntries(props: PaletteProps, typed: string): readonly PaletteEntry[] {
  const { actions, onDigit, claims, onSelect, scale, rooms } = props;
  const router = useRouter();
  const shortcuts = useShortcuts();
  const keys = usePersonKeys();
  const fixed = useMemo((): readonly PaletteEntry[] => {
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
