import { describe, expect, it } from "vitest";
import { keyMeaning, shortcutActions, shortcuts } from "./shortcuts";

const press = (key: string, more: Partial<Parameters<typeof keyMeaning>[0]> = {}) =>
  keyMeaning({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    repeat: false,
    ...more,
  });

describe("keys of the workbench", () => {
  it("gives every action a key of its own, none of them a digit", () => {
    const keys = shortcutActions.map((action) => shortcuts[action].key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => /\d/.test(key))).toEqual([]);
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
});
