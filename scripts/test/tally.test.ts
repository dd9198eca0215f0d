import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { addTallies, readTally } from "./tally";

const folder = mkdtempSync(join(tmpdir(), "assay-tally-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function reportFile(content: unknown): string {
  const path = join(folder, "report.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };
const playwright = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe("the tally of a reporter's file", () => {
  it("counts the tests of both runners", () => {
    expect(readTally(reportFile(vitest), 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
    expect(readTally(reportFile(playwright), 0)).toEqual({ passed: 2, failed: 0, skipped: 0 });
  });

  it("fails when there is no file, or one that cannot be read", () => {
    expect(readTally(join(folder, "nowhere.json"), 0).failed).toBe(1);
    expect(readTally(reportFile("{"), 0).failed).toBe(1);
    expect(readTally(reportFile({}), 0).failed).toBe(1);
  });

  it("fails when no test ran", () => {
    expect(readTally(reportFile({ ...vitest, numPassedTests: 0 }), 0).failed).toBe(1);
  });

  it("fails when the runner ended badly although every test passed", () => {
    expect(readTally(reportFile(vitest), 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it("counts a file that could not be loaded, and a journey that passed at the second try only", () => {
    const broken = { status: "failed", assertionResults: [] };
    expect(readTally(reportFile({ ...vitest, testResults: [broken] }), 1).failed).toBe(1);
    const flaky = { ...playwright, stats: { ...playwright.stats, flaky: 1 } };
    expect(readTally(reportFile(flaky), 0).failed).toBe(1);
  });

  it("adds up", () => {
    const one = { passed: 1, failed: 2, skipped: 0 };
    expect(addTallies([one, one])).toEqual({ passed: 2, failed: 4, skipped: 0 });
    expect(addTallies([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
