import { expect, it } from "vitest";
import { isComplete, isReady } from "./readiness";

const row = (name: string, open = false) => ({ name, open });

it("is ready with every migration of the folder, and with those of a newer program", () => {
  expect(isComplete([row("a"), row("b")], ["a", "b"])).toBe(true);
  expect(isComplete([row("a"), row("b"), row("c")], ["a", "b"])).toBe(true);
  expect(isComplete([row("a")], ["a", "b"])).toBe(false);
  expect(isComplete([row("a"), row("b", true)], ["a", "b"])).toBe(false);
  expect(isComplete([], [])).toBe(false);
});

it("says so of the database that stands here", async () => {
  expect(await isReady()).toBe(true);
});
