export const shortcutActions = [
  "next",
  "previous",
  "next_unaddressed",
  "previous_unaddressed",
  "first",
  "last",
  "source",
  "search_log",
  "note",
  "confidence",
  "rationale",
  "submit",
  "undo",
  "redo",
  "table",
  "filter",
  "help",
] as const;
export type ShortcutAction = (typeof shortcutActions)[number];

/** The rooms that `g` and a letter lead to. */
export const roomNames = [
  "desk",
  "queue",
  "notifications",
  "sources",
  "insights",
  "history",
  "settings",
  "review",
  "report",
  "versions",
] as const;
export type RoomName = (typeof roomNames)[number];

export const shortcutWords: Record<ShortcutAction, string> = {
  next: "Next claim",
  previous: "Previous claim",
  next_unaddressed: "Next unaddressed claim",
  previous_unaddressed: "Previous unaddressed claim",
  first: "First claim",
  last: "Last claim",
  rationale: "Write why",
  confidence: "Confidence, one step up",
  source: "Add a source",
  search_log: "Log a search",
  note: "Write a note",
  submit: "Submit and go on to the next unaddressed claim",
  undo: "Undo the last change",
  redo: "Do again what was undone",
  table: "Claims as a table, or in the article",
  filter: "Filter the list",
  help: "This list",
};

export const roomWords: Record<RoomName, string> = {
  desk: "My desk",
  queue: "Queue",
  notifications: "Notifications",
  sources: "Sources",
  insights: "Insights",
  history: "History",
  settings: "Settings",
  review: "Review of this article",
  report: "Report of this article",
  versions: "Versions of this article",
};

const actionDefaults: Record<ShortcutAction, string> = {
  next: "j",
  previous: "k",
  next_unaddressed: "n",
  previous_unaddressed: "p",
  first: "Home",
  last: "End",
  rationale: "w",
  confidence: "c",
  source: "s",
  search_log: "l",
  note: "m",
  submit: "Enter",
  undo: "u",
  redo: "U",
  table: "t",
  filter: "/",
  help: "?",
};

const roomDefaults: Record<RoomName, string> = {
  desk: "d",
  queue: "q",
  notifications: "n",
  sources: "s",
  insights: "i",
  history: "h",
  settings: "t",
  review: "r",
  report: "p",
  versions: "v",
};

/** What begins a chord of two keys: it leads to a room and can mean nothing else. */
export const chordKey = "g";

/** What somebody has changed; whatever is not named has the key that it came with. */
export type OwnKeys = {
  readonly actions: Readonly<Partial<Record<ShortcutAction, string>>>;
  readonly rooms: Readonly<Partial<Record<RoomName, string>>>;
};
export const noOwnKeys: OwnKeys = { actions: {}, rooms: {} };

/** The keys as they work for one person; null where a key of their own has taken the place of one that came with it. */
export type Keys = {
  readonly actions: Readonly<Record<ShortcutAction, string | null>>;
  readonly rooms: Readonly<Record<RoomName, string | null>>;
};

export function keysOf({ actions, rooms }: OwnKeys): Keys {
  return {
    actions: laidOver(shortcutActions, actionDefaults, actions),
    rooms: laidOver(roomNames, roomDefaults, rooms),
  };
}

/** What somebody chose stays even where a later version of the program gives the same key to something else. */
function laidOver<T extends string>(
  names: readonly T[],
  defaults: Readonly<Record<T, string>>,
  own: Readonly<Partial<Record<T, string>>>,
): Record<T, string | null> {
  const taken = new Set<string>(names.flatMap((name) => own[name] ?? []));
  const entries = names.map((name): [T, string | null] => [
    name,
    own[name] ?? (taken.has(defaults[name]) ? null : defaults[name]),
  ]);
  return Object.fromEntries(entries) as Record<T, string | null>;
}

export const defaultKeys: Keys = keysOf(noOwnKeys);

/** A key as it stands on a button. */
export function shownKey(key: string | null): string {
  if (key === null) return "";
  if (key === "Enter") return "↵";
  return /^\p{Lu}$/u.test(key) ? `⇧${key}` : key;
}
