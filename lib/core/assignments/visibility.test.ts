import { describe, expect, it } from "vitest";
import { by, facts } from "@/seeds/claim-facts";
import { assignmentOutcomes, sightOfAssignment, type AssignmentOutcome } from "./visibility";

const editor = { memberId: "ed", role: "editor" } as const;
const work = (outcome: AssignmentOutcome | null, assignedById = "ed") => ({
  memberId: "ann",
  assignedById,
  outcome,
});
const everyOutcome = [null, ...assignmentOutcomes];

describe("an assignment is seen", () => {
  it("by its own member while it is open, by other reviewers never", () => {
    const claim = facts("single");
    const ann = { memberId: "ann", role: "reviewer" } as const;
    const bob = { memberId: "bob", role: "reviewer" } as const;
    for (const outcome of everyOutcome) {
      expect(sightOfAssignment(work(outcome), claim, ann)).toBe(outcome === null ? "open" : "hidden");
      expect(sightOfAssignment(work(outcome), claim, bob)).toBe("hidden");
    }
  });

  it.each([
    ["single", { null: "open", completed: "hidden", declined: "returned", lapsed: "returned" }],
    ["double_blind", { null: "open", completed: "open", declined: "returned", lapsed: "returned" }],
  ] as const)("by an editor under %s as it is, or as it may be known", (policy, expected) => {
    for (const outcome of everyOutcome) {
      const sight = expected[String(outcome) as keyof typeof expected] as string | undefined;
      expect(sightOfAssignment(work(outcome), facts(policy), editor)).toBe(sight ?? "hidden");
    }
  });

  it("under a blind policy not at all when it was taken by beginning, until all is open", () => {
    const hidden = facts("double_blind", { annotations: [by("ann", null)] });
    expect(sightOfAssignment(work(null, "ann"), hidden, editor)).toBe("hidden");
    const open = facts("double_blind", { annotations: [by("ann", "true"), by("bob", "true")] });
    expect(sightOfAssignment(work(null, "ann"), open, editor)).toBe("open");
  });

  it("by one of the pair as open, whatever has become of it", () => {
    const claim = facts("double_blind", { holders: ["ed"] });
    for (const outcome of [null, "completed", "declined", "lapsed"] as const) {
      expect(sightOfAssignment(work(outcome), claim, editor)).toBe("open");
    }
  });
});
