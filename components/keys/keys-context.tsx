"use client";

import { createContext, useContext, useMemo, type ReactNode } from "react";
import {
  defaultKeys,
  keysOf,
  shortcutActions,
  shortcutWords,
  shownKey,
  type Keys,
  type OwnKeys,
  type ShortcutAction,
} from "@/lib/core/keys/shortcut";

const KeysContext = createContext(defaultKeys);

type ProviderProps = { readonly own: OwnKeys; readonly children: ReactNode };

/** The keys as they work for the person at the desk. */
export function KeysProvider({ own, children }: ProviderProps) {
  const keys = useMemo(() => keysOf(own), [own]);
  return <KeysContext value={keys}>{children}</KeysContext>;
}

export function usePersonKeys(): Keys {
  return useContext(KeysContext);
}

type Shortcut = {
  /** As browsers name it, for `aria-keyshortcuts`; undefined where the action has no key. */
  readonly key: string | undefined;
  /** As it stands on a button; empty where the action has no key. */
  readonly shown: string;
  readonly words: string;
};

/** Every action with the key that this person has for it. */
export function useShortcuts(): Readonly<Record<ShortcutAction, Shortcut>> {
  const { actions } = usePersonKeys();
  return useMemo(() => {
    const entries = shortcutActions.map((name): [ShortcutAction, Shortcut] => [
      name,
      { key: actions[name] ?? undefined, shown: shownKey(actions[name]), words: shortcutWords[name] },
    ]);
    return Object.fromEntries(entries) as Record<ShortcutAction, Shortcut>;
  }, [actions]);
}
