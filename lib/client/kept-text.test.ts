import { afterEach, describe, expect, it, vi } from "vitest";
import { forgetText, keepText, keptText } from "./kept-text";

function storage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("kept text", () => {
  it("is there again at its own place, until it is forgotten or emptied", () => {
    vi.stubGlobal("sessionStorage", storage());
    keepText("review desk me c vote", "half a reas");
    expect(keptText("review desk me c vote")).toBe("half a reas");
    expect([keptText("review desk you c vote"), keptText("review desk me d vote")]).toEqual(["", ""]);
    keepText("review desk me c vote", "");
    expect(keptText("review desk me c vote")).toBe("");
    keepText("note", "n");
    forgetText("note");
    expect(keptText("note")).toBe("");
  });

  it("is nothing, and no failure, where the browser stores nothing", () => {
    vi.stubGlobal("sessionStorage", undefined);
    keepText("note", "n");
    expect(keptText("note")).toBe("");
  });
});
