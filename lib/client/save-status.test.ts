import { describe, expect, it } from "vitest";
import { emptyAnnotation } from "@/lib/core/annotations/empty-annotation";
import { noAnswer } from "./problem";
import type { SaveItem, SavePhase } from "./save-item";
import { saveStatus } from "./save-status";

const item = (claimId: string, phase: SavePhase): SaveItem => ({
  claimId,
  base: 0,
  edits: [{ content: emptyAnnotation, submit: false, key: "k", sent: false }],
  phase,
});
const offline = item("a", { kind: "backing_off", attempts: 1 });
const refused = item("b", { kind: "refused", problem: noAnswer });

describe("saveStatus", () => {
  it("says first what needs a decision", () => {
    expect(saveStatus([offline, refused], null)).toEqual({ kind: "failed", claimIds: ["b"] });
  });

  it("asks for a choice between drafts, even where nothing waits", () => {
    expect(saveStatus([], null, ["d"])).toEqual({ kind: "conflict", claimIds: ["d"] });
  });

  it("counts everything that waits", () => {
    expect(saveStatus([offline, item("c", { kind: "waiting" })], null)).toEqual({
      kind: "offline",
      waiting: 2,
    });
  });

  it("names the version of the chosen claim when all is done", () => {
    expect(saveStatus([], { version: 3, submittedVersion: null })).toEqual({
      kind: "saved",
      version: 3,
      submitted: false,
    });
    expect(saveStatus([], { version: 3, submittedVersion: 3 })).toEqual({
      kind: "saved",
      version: 3,
      submitted: true,
    });
    expect(saveStatus([], { version: 0, submittedVersion: null })).toEqual({ kind: "idle" });
    expect(saveStatus([], null)).toEqual({ kind: "idle" });
  });
});
