import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holderOf, keyTrouble, withKey, withSwap } from "./choose";
import { ownKeysSchema } from "./own-keys";
import {
  defaultKeys,
  keysOf,
  noOwnKeys,
  roomNames,
  shortcutActions,
  shownKey,
  type OwnKeys,
} from "./shortcut";

const isTaken = (own: unknown) => ownKeysSchema.safeParse(own).success;

describe("keys of one's own", () => {
  it("come with a key for everything, none twice, none a digit or reserved", () => {
    for (const kind of ["actions", "rooms"] as const) {
      const keys = Object.values(defaultKeys[kind]);
      expect(new Set(keys).size).toBe(kind === "actions" ? shortcutActions.length : roomNames.length);
      expect(keys.map((key) => key && keyTrouble(key, kind))).toEqual(keys.map(() => null));
    }
    expect(isTaken(noOwnKeys)).toBe(true);
  });

  it("take the place of those that they came with, and give them back", () => {
    const own = withKey(noOwnKeys, "actions", "submit", "x");
    expect(keysOf(own).actions).toMatchObject({ submit: "x", next: "j" });
    expect(holderOf(keysOf(own), "actions", "x")).toBe("submit");
    expect(holderOf(keysOf(own), "actions", "Enter")).toBeNull();
    expect(withKey(own, "actions", "submit", "Enter")).toEqual(noOwnKeys);
    expect(withKey(own, "actions", "submit", null)).toEqual(noOwnKeys);
    expect(isTaken(own)).toBe(true);
  });

  it("refuse one key for two things; a letter after g is no key by itself", () => {
    expect(isTaken({ actions: { submit: "j" }, rooms: {} })).toBe(false);
    expect(isTaken({ actions: { submit: "x", undo: "x" }, rooms: {} })).toBe(false);
    expect(isTaken({ actions: { next: "k", previous: "j" }, rooms: {} })).toBe(true);
    expect(isTaken({ actions: {}, rooms: { queue: "j", report: "g" } })).toBe(true);
    expect(isTaken({ actions: {}, rooms: { queue: "d" } })).toBe(false);
  });

  it("never lose a choice to a key that came later: that one has none until it is given one", () => {
    const own = { actions: { submit: "j" }, rooms: {} };
    expect(keysOf(own).actions).toMatchObject({ submit: "j", next: null });
  });

  it("are swapped in one step where another thing has the key, and swapped back to nothing of one's own", () => {
    const swapped = withSwap(noOwnKeys, "actions", "next", "k");
    expect(swapped).toEqual({ actions: { next: "k", previous: "j" }, rooms: {} });
    expect(swapped && withSwap(swapped, "actions", "next", "j")).toEqual(noOwnKeys);
    // A way to a room swaps with a room, whatever the same letter does by itself.
    const rooms = withSwap(noOwnKeys, "rooms", "queue", "n");
    expect(rooms).toEqual({ actions: {}, rooms: { queue: "n", notifications: "q" } });
  });

  it("are not swapped with nothing: not for a free key, not with oneself, not where there is none to give", () => {
    expect(withSwap(noOwnKeys, "actions", "next", "x")).toBeNull();
    expect(withSwap(noOwnKeys, "actions", "next", "j")).toBeNull();
    expect(withSwap({ actions: { submit: "j" }, rooms: {} }, "actions", "next", "j")).toBeNull();
    expect(withSwap(noOwnKeys, "actions", "no such thing", "j")).toBeNull();
  });

  it("refuse what belongs to the browser, what cannot be seen, and what is no key at all, with words", () => {
    const refused = ["g", "7", "٣", " ", "", "Tab", "Escape", "F5", "ArrowDown", "Dead", "\u0000", "\u2028"];
    const strange = [
      "\u202e",
      "\u200b",
      "\ud800",
      "\u0301",
      "jj",
      "<script>alert(1)</script>",
      "k".repeat(300),
    ];
    for (const key of [...refused, ...strange]) {
      expect(keyTrouble(key, "actions")).toMatch(/\.$/);
      expect(isTaken({ actions: { submit: key }, rooms: {} })).toBe(false);
    }
    expect(isTaken({ actions: { submit: 1 }, rooms: {} })).toBe(false);
    expect(isTaken({ actions: { explode: "x" }, rooms: {} })).toBe(false);
    expect(isTaken({ actions: {}, rooms: { __proto__: "x" }, more: 1 })).toBe(false);
    expect(["ß", "é", "ж", "<", "€", "U", "PageDown"].map((key) => keyTrouble(key, "actions"))).toEqual(
      Array.from({ length: 7 }, () => null),
    );
  });

  it("are unique for everybody, whatever was chosen one after the other, where it was free or in a swap", () => {
    const change = fc.tuple(
      fc.oneof(
        fc.constantFrom(...shortcutActions).map((name) => ["actions", name] as const),
        fc.constantFrom(...roomNames).map((name) => ["rooms", name] as const),
      ),
      fc.oneof(
        fc.string({ minLength: 1, maxLength: 2, unit: "binary" }),
        fc.constantFrom("j", "k", "n", "q", "Q", "Enter", "x", "~"),
      ),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const own = changes.reduce<OwnKeys>((kept, [[kind, name], key]) => {
          if (keyTrouble(key, kind) !== null) return kept;
          if (holderOf(keysOf(kept), kind, key) === null) return withKey(kept, kind, name, key);
          return withSwap(kept, kind, name, key) ?? kept;
        }, noOwnKeys);
        expect(isTaken(own)).toBe(true);
        // Whatever is kept as one's own is another key than the one that it came with.
        const defaults: Readonly<Record<string, string | null>>[] = [defaultKeys.actions, defaultKeys.rooms];
        const kept = [own.actions, own.rooms].map((keys) => Object.entries(keys));
        expect(kept.map((keys, n) => keys.filter(([name, key]) => defaults[n]?.[name] === key))).toEqual([
          [],
          [],
        ]);
      }),
    );
  });

  it("stand on the buttons as one presses them", () => {
    expect([shownKey("Enter"), shownKey("U"), shownKey("Ж"), shownKey("/"), shownKey(null)]).toEqual([
      "↵",
      "⇧U",
      "⇧Ж",
      "/",
      "",
    ]);
  });
});
