import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../process/project";
import { securityDocument } from "./document";
import { idProblems, judge } from "./judge";
import { requiredIds } from "./requirement";
import { requirements } from "./table";

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");

/** Names that a test gets from its cases stand in its file in pieces. */
const isNamedIn = (file: string, test: string): boolean => {
  const source = read(file).replaceAll(/\s+/g, " ");
  return source.includes(test) || test.split(" ").every((word) => source.includes(word));
};

describe("the security check list", () => {
  it("has every requirement once", () => {
    expect(idProblems(requirements, requiredIds)).toEqual([]);
  });

  it("names for each what holds it, or says why nothing does", () => {
    const bare = requirements.filter(
      ({ heldBy = [], notHere, open }) =>
        [heldBy.length > 0, notHere !== undefined, open !== undefined].filter(Boolean).length !== 1,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it("names tests that exist", () => {
    const proofs = requirements.flatMap(({ heldBy = [] }) => heldBy);
    const missing = proofs.filter(
      ([file, test]) => !existsSync(join(projectRoot, file)) || !isNamedIn(file, test),
    );
    expect(missing).toEqual([]);
  });

  it("is what docs/security.md says", () => {
    expect(read("docs/security.md")).toBe(securityDocument(requirements));
  });
});

describe("a requirement", () => {
  const ran = [
    { file: "a.test.ts", name: "group does this", passed: true },
    { file: "a.test.ts", name: "group does that", passed: false },
  ];
  const heldBy = (...tests: readonly string[]) => ({
    id: "A1",
    says: "It holds",
    heldBy: tests.map((test) => ["a.test.ts", test] as const),
  });

  it("is held when all that is named ran and passed", () => {
    expect(judge(heldBy("does this"), ran)).toMatchObject({ state: "held", tests: 1, problems: [] });
  });
  it.each([
    ["one of them failed", heldBy("does this", "does that")],
    ["one of a group failed", heldBy("group")],
    ["one of them did not run", heldBy("does this", "does something else")],
    ["none is named", { id: "A1", says: "It holds" }],
  ])("is not when %s", (_name, requirement) => {
    expect(judge(requirement, ran).state).toBe("broken");
  });
});
