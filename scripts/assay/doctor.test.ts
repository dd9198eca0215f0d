import { describe, expect, it } from "vitest";
import { compareMigrations, judgeClock, judgeFreeBytes, judgeNode, judgeSecret } from "./doctor";

describe("the doctor", () => {
  it.each([
    ["20.19.0", "good"],
    ["22.1.0", "good"],
    ["20.18.9", "fault"],
    ["18.20.0", "fault"],
  ])("finds Node %s %s", (version, state) => {
    expect(judgeNode(version).state).toBe(state);
  });

  it("worries about room before there is none", () => {
    expect([5e9, 1e9, 1e8].map((bytes) => judgeFreeBytes(bytes).state)).toEqual(["good", "warning", "fault"]);
  });

  it("wants a secret of its own for a database of its own", () => {
    expect(judgeSecret(undefined, undefined).state).toBe("good");
    expect(judgeSecret(undefined, "postgresql://x").state).toBe("fault");
    expect(judgeSecret("short", "postgresql://x").state).toBe("fault");
    expect(judgeSecret("s".repeat(32), "postgresql://x")).toMatchObject({ state: "good" });
  });

  it("compares clocks both ways", () => {
    expect([0, 4_000, -60_000, 60_000].map((ms) => judgeClock(ms).state)).toEqual([
      "good",
      "good",
      "warning",
      "warning",
    ]);
  });

  it("names migrations that are missing, and those of a newer program", () => {
    expect(compareMigrations(["a", "b"], ["b", "a"]).state).toBe("good");
    expect(compareMigrations(["a", "b"], ["a"])).toMatchObject({
      state: "fault",
      words: "Not applied: b. Run npm run migrate.",
    });
    expect(compareMigrations(["a"], ["a", "c"]).words).toContain("newer than this program: c");
  });
});
