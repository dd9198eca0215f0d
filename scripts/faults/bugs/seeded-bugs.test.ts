import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../process/project";
import { seededBugs, withBug } from "./seeded-bugs";

describe("seeded bugs", () => {
  it("are six, and each fits the program as it is", () => {
    expect(seededBugs).toHaveLength(6);
    for (const { name, patches } of seededBugs) {
      for (const patch of patches) {
        const text = readFileSync(join(projectRoot, patch.file), "utf8");
        expect(withBug(text, patch, name)).not.toBe(text);
      }
    }
  });
  it("say so when the program has changed under them", () => {
    const patch = { file: "x.ts", find: "a", replace: "b" };
    expect(() => withBug("nothing", patch, "one")).toThrow("fits 0 places");
    expect(() => withBug("a a", patch, "one")).toThrow("fits 2 places");
  });
});
