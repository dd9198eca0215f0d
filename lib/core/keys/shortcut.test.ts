import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holderOf, keyTrouble, withKey } from "./choose";
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

  it("are unique for everybody, whatever was chosen one after the other where it was free", () => {
    const change = fc.tuple(
      fc.oneof(
        fc.constantFrom(...shortcutActions).map((name) => ["actions", name] as const),
        fc.constantFrom(...roomNames).map((name) => ["rooms", name] as const),
      ),
      fc.string({ minLength: 1, maxLength: 2, unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const own = changes.reduce<OwnKeys>((kept, [[kind, name], key]) => {
          const isFree = keyTrouble(key, kind) === null && holderOf(keysOf(kept), kind, key) === null;
          return isFree ? withKey(kept, kind, name, key) : kept;
        }, noOwnKeys);
        expect(isTaken(own)).toBe(true);
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
