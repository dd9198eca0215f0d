import { roomNames, roomWords, shortcutActions, shortcutWords, type OwnKeys } from "@/lib/core/keys/shortcut";

export type KeyKind = keyof OwnKeys;

/** Everything that has a key, as the settings call it. */
export const keyWords: Readonly<Record<KeyKind, Readonly<Record<string, string>>>> = {
  actions: { ...shortcutWords, help: "The list of keys" },
  rooms: roomWords,
};

export const keyNames: Readonly<Record<KeyKind, readonly string[]>> = {
  actions: shortcutActions,
  rooms: roomNames,
};
