import { describe, expect, it } from "vitest";
import { by, facts } from "@/seeds/claim-facts";
import { endsStaleness, judgingPresentWords } from "./staleness";

const authors = (given: Parameters<typeof judgingPresentWords>[0]) =>
  judgingPresentWords(given).map(({ memberId }) => memberId);

describe("who has judged the words as they are", () => {
  const pair = { annotations: [by("ann", "true"), by("bob", "true")] };

  it("is everybody who has submitted, while the words stand", () => {
    expect(authors(facts("blind_check", pair))).toEqual(["ann", "bob"]);
  });

  it("is nobody once they have changed, although what was submitted is still to be seen", () => {
    expect(authors(facts("blind_check", { ...pair, stale: true }))).toEqual([]);
  });

  it("is whoever has submitted since, under double-blind", () => {
    const given = facts("double_blind", { annotations: [by("ann", "true"), by("bob", null)], stale: true });
    expect(authors(given)).toEqual(["ann"]);
  });
});

describe("what puts a stale claim on its path again", () => {
  const setAside = { annotations: [by("ann", null), by("bob", null)], stale: true };

  it("nothing, where it is not stale", () => {
    expect(endsStaleness(facts("single", { annotations: [by("ann", "true")] }), "ann")).toBe(false);
  });

  it.each(["single", "blind_check", "panel"] as const)("the first submission under %s", (kind) => {
    expect(endsStaleness(facts(kind, { annotations: [by("ann", "true")], stale: true }), "ann")).toBe(true);
  });

  it("the second one under double-blind, and not the first one given twice", () => {
    expect(endsStaleness(facts("double_blind", setAside), "ann")).toBe(false);
    const judged = facts("double_blind", { annotations: [by("ann", "true"), by("bob", null)], stale: true });
    expect(endsStaleness(judged, "ann")).toBe(false);
    expect(endsStaleness(judged, "bob")).toBe(true);
    expect(endsStaleness(judged, "carl")).toBe(true);
  });
});
