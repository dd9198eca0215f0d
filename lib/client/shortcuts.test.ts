import { describe, expect, it } from "vitest";
import { defaultKeys, keysOf } from "@/lib/core/keys/shortcut";
import { Chord, keyMeaning } from "./shortcuts";

const press = (key: string, more: Partial<Parameters<typeof keyMeaning>[0]> = {}) =>
  keyMeaning({
    key,
    code: "",
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    repeat: false,
    ...more,
  });

describe("keys of the workbench", () => {
  it("listens to the keys that somebody chose, and no more to those that came with the program", () => {
    const { actions } = keysOf({ actions: { submit: "x", redo: "é" }, rooms: {} });
    const plain = { code: "", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
    const meaning = (key: string) =>
      keyMeaning({ ...plain, key, isComposing: false, repeat: false }, actions);
    expect(meaning("x")).toEqual({ kind: "action", action: "submit" });
    expect(meaning("é")).toEqual({ kind: "action", action: "redo" });
    expect([meaning("Enter"), meaning("U"), defaultKeys.actions.submit]).toEqual([null, null, "Enter"]);
  });

  it("reads digits as verdicts and letters as actions", () => {
    expect(press("3")).toEqual({ kind: "verdict", digit: "3" });
    expect(press("j")).toEqual({ kind: "action", action: "next" });
    expect(press("?")).toEqual({ kind: "action", action: "help" });
    expect(press("x")).toBeNull();
  });

  it("leaves the browser's and the input method's keys alone", () => {
    expect(press("c", { ctrlKey: true })).toBeNull();
    expect(press("k", { metaKey: true })).toBeNull();
    expect(press("n", { isComposing: true })).toBeNull();
  });

  it("lets a held key move but not judge, submit or undo again and again", () => {
    expect(press("j", { repeat: true })).toEqual({ kind: "action", action: "next" });
    expect([
      press("3", { repeat: true }),
      press("Enter", { repeat: true }),
      press("u", { repeat: true }),
    ]).toEqual([null, null, null]);
  });

  it("reads a digit with Shift by where it lies, unless what it writes is an action's own key", () => {
    expect(press("!", { shiftKey: true, code: "Digit1" })).toEqual({ kind: "quick_verdict", digit: "1" });
    expect(press("§", { shiftKey: true, code: "Digit3" })).toEqual({ kind: "quick_verdict", digit: "3" });
    expect(press("!", { shiftKey: true, code: "Digit1", repeat: true })).toBeNull();
    // On a German keyboard Shift-7 is the slash that filters.
    expect(press("/", { shiftKey: true, code: "Digit7" })).toEqual({ kind: "action", action: "filter" });
  });
});

describe("g and a letter", () => {
  const key = (name: string, timeStamp: number, more: object = {}) => ({
    key: name,
    code: "",
    timeStamp,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    repeat: false,
    ...more,
  });
  const rooms = (went: string[]) => (letter: string) => {
    if (letter !== "q") return false;
    went.push(letter);
    return true;
  };

  it("lead to a room, if the letter comes soon", () => {
    const chord = new Chord();
    const went: string[] = [];
    expect([chord.takes(key("g", 0), rooms(went)), chord.takes(key("q", 900), rooms(went))]).toEqual([
      true,
      true,
    ]);
    expect(chord.takes(key("q", 1_000), rooms(went))).toBe(false);
    chord.takes(key("g", 2_000), rooms(went));
    expect(chord.takes(key("q", 4_000), rooms(went))).toBe(false);
    expect(went).toEqual(["q"]);
  });

  it("leave a letter that leads nowhere to what it means by itself", () => {
    const chord = new Chord();
    chord.takes(key("g", 0), rooms([]));
    expect(chord.takes(key("j", 100), rooms([]))).toBe(false);
    expect(chord.takes(key("g", 200, { ctrlKey: true }), rooms([]))).toBe(false);
  });
});
