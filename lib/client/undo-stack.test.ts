import { describe, expect, it } from "vitest";
import { UndoStack, type UndoStep } from "./undo-stack";

const disposed = (claimId: string): UndoStep => ({
  kind: "dispositions",
  items: [{ claimId, disposition: "to_check" }],
});

function kept(text: string | null = null) {
  let stored = text;
  return { read: () => stored, write: (next: string) => void (stored = next) };
}

describe("steps that can be undone", () => {
  it("come back newest first, and what was undone can be done again", () => {
    const steps = new UndoStack(kept());
    steps.push(disposed("a"));
    steps.push(disposed("b"));
    expect(steps.take("undo")).toEqual(disposed("b"));
    steps.answer("undo", disposed("b again"));
    expect(steps.take("redo")).toEqual(disposed("b again"));
    steps.answer("redo", disposed("b"));
    expect([steps.take("undo"), steps.take("undo"), steps.take("undo")]).toEqual([
      disposed("b"),
      disposed("a"),
      null,
    ]);
  });

  it("end what was undone before them", () => {
    const steps = new UndoStack(kept());
    steps.push(disposed("a"));
    steps.take("undo");
    steps.answer("undo", disposed("a"));
    steps.push(disposed("c"));
    expect(steps.take("redo")).toBeNull();
  });

  it("outlive the page, and are none where what is kept cannot be read", () => {
    const keep = kept();
    new UndoStack(keep).push(disposed("a"));
    expect(new UndoStack(keep).take("undo")).toEqual(disposed("a"));
    expect(new UndoStack(kept("{half of")).take("undo")).toBeNull();
  });

  it("are a hundred at most", () => {
    const steps = new UndoStack(kept());
    for (let n = 0; n < 120; n += 1) steps.push(disposed(`c${n}`));
    let taken = 0;
    while (steps.take("undo")) taken += 1;
    expect(taken).toBe(100);
  });
});
