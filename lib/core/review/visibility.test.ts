import { describe, expect, it } from "vitest";
import { by, facts } from "@/seeds/claim-facts";
import { canSeeEvent } from "../events/event";
import { roles } from "../permissions/table";
import { sightOf, visibleState } from "./visibility";

const annotation = by("ann", "true");
const draft = by("ann", null);
const bob = { memberId: "bob", role: "reviewer" } as const;

describe("what a colleague sees of an annotation", () => {
  it.each([
    ["single", annotation, "full"],
    ["single", draft, "nothing"],
    ["blind_check", annotation, "evidence"],
    ["blind_check", draft, "nothing"],
    ["double_blind", annotation, "nothing"],
    ["panel", annotation, "full"],
  ] as const)("%s: %o", (kind, given, sight) => {
    expect(sightOf(facts(kind, { annotations: [given] }), given, bob)).toBe(sight);
  });

  it.each(["blind_check", "double_blind"] as const)("everything, once both of a %s pair are in", (kind) => {
    const revealed = facts(kind, { annotations: [annotation, by("bob", "mixed")] });
    expect(sightOf(revealed, annotation, bob)).toBe("full");
  });

  it("no role lifts blindness, and a viewer sees no annotation at all", () => {
    for (const role of roles) {
      const sight = sightOf(facts("double_blind", { annotations: [annotation] }), annotation, {
        memberId: "x",
        role,
      });
      expect(sight).toBe("nothing");
    }
    const viewer = { memberId: "x", role: "viewer" } as const;
    expect(sightOf(facts("single", { annotations: [annotation] }), annotation, viewer)).toBe("nothing");
  });
});

describe("under double-blind, before both are in", () => {
  it.each([
    ["nothing of a colleague's draft", facts("double_blind", { annotations: [draft] })],
    ["nothing of a colleague's submission", facts("double_blind", { annotations: [annotation] })],
  ])("the state shows %s", (_name, given) => {
    expect(visibleState(given, bob)).toBe("unchecked");
  });

  it("one's own state is one's own", () => {
    const given = facts("double_blind", { annotations: [annotation, by("bob", null)] });
    expect(visibleState(given, bob)).toBe("in_progress");
    expect(visibleState(given, { memberId: "ann", role: "reviewer" })).toBe("submitted");
  });

  it("changed words are stale until the pair has judged them, except to whoever has", () => {
    const given = facts("double_blind", { annotations: [annotation, by("bob", null)], stale: true });
    expect(visibleState(given, bob)).toBe("stale");
    expect(visibleState(given, { memberId: "ann", role: "reviewer" })).toBe("submitted");
    expect(visibleState(given, { memberId: "ed", role: "editor" })).toBe("stale");
  });

  it("no event tells that a colleague has written", () => {
    const given = facts("double_blind", { annotations: [annotation] });
    const event = { type: "annotation.submitted", actorId: "ann" } as const;
    expect(canSeeEvent(event, given, bob)).toBe(false);
    expect(
      canSeeEvent(event, facts("double_blind", { annotations: [annotation, by("bob", "true")] }), bob),
    ).toBe(true);
  });
});
