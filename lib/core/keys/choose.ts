import {
  chordKey,
  defaultKeys,
  keysOf,
  roomNames,
  shortcutActions,
  type Keys,
  type OwnKeys,
  type RoomName,
  type ShortcutAction,
} from "./shortcut";

/** Keys with a name that do nothing else where no field has the focus. */
const named: ReadonlySet<string> = new Set([
  "Home",
  "End",
  "PageUp",
  "PageDown",
  "Insert",
  "Delete",
  "Enter",
]);

const reserved: Readonly<Record<string, string>> = {
  [chordKey]: "g begins the way to a room: g, then a letter.",
  " ": "The space bar presses buttons and scrolls the page.",
  Tab: "Tab goes from one control to the next.",
  Escape: "Escape leaves a field and closes a dialog.",
  Backspace: "Backspace goes back in some browsers.",
};

/** Why a key cannot be chosen for an action or, after `g`, for a room; null where it can. `key` as browsers name it. */
export function keyTrouble(key: string, kind: keyof OwnKeys): string | null {
  if (kind === "actions" && Object.hasOwn(reserved, key)) return reserved[key] ?? null;
  if (/^\p{Nd}$/u.test(key)) return "The digits give verdicts.";
  // One letter or sign that is seen; no control character, no half of a pair, nothing that only joins another one.
  if (/^[\p{L}\p{P}\p{S}]$/u.test(key)) return null;
  if (kind === "actions" && named.has(key)) return null;
  return "This key belongs to the browser or the system. Choose a letter or a sign.";
}

/** What else has this key already; null when it is free. */
export function holderOf(keys: Keys, kind: keyof Keys, key: string): ShortcutAction | RoomName | null {
  const names: readonly (ShortcutAction | RoomName)[] = kind === "actions" ? shortcutActions : roomNames;
  const held: Readonly<Record<string, string | null>> = keys[kind];
  return names.find((name) => held[name] === key) ?? null;
}

/** One key anew; what is back at the key that it came with is not kept. */
export function withKey(own: OwnKeys, kind: keyof OwnKeys, name: string, key: string | null): OwnKeys {
  const rest = Object.fromEntries(Object.entries(own[kind]).filter(([other]) => other !== name));
  const defaults: Readonly<Record<string, string | null>> = defaultKeys[kind];
  const isOwn = key !== null && defaults[name] !== key;
  return { ...own, [kind]: isOwn ? { ...rest, [name]: key } : rest };
}

/**
 * A key that something else has, and the other thing's key for that one: both change at once, so that neither is ever
 * without a key. @returns null where there is nothing to give in return.
 */
export function withSwap(own: OwnKeys, kind: keyof OwnKeys, name: string, key: string): OwnKeys | null {
  const keys = keysOf(own);
  const holder = holderOf(keys, kind, key);
  const held: Readonly<Record<string, string | null>> = keys[kind];
  const inReturn = held[name] ?? null;
  if (holder === null || holder === name || inReturn === null) return null;
  return withKey(withKey(own, kind, name, key), kind, holder, inReturn);
}
