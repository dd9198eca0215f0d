import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isOurs, takeFolder } from "./folder-lock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-lock-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function expectTakenOver(holder: number): void {
  writeFileSync(join(folder, "lock"), String(holder));
  const giveBack = takeFolder(folder);
  expect(readFileSync(join(folder, "lock"), "utf8")).toBe(String(process.pid));
  giveBack();
  expect(() => readFileSync(join(folder, "lock"))).toThrow("ENOENT");
}

it("a lock left by a process that is gone is taken over, and given back", () => {
  expectTakenOver(2 ** 22 + 1);
});

it("a lock left by one that had this one's number is taken over, as in a container that starts again", () => {
  const { title } = process;
  // What the system says of this process is then what it says of one of our scripts.
  process.title = "node scripts/start.ts";
  try {
    expect(isOurs(process.pid)).toBe(true);
    expectTakenOver(process.pid);
  } finally {
    process.title = title;
  }
});
