import { describe, expect, it } from "vitest";
import { roles } from "../permissions/table";
import { policyKinds } from "../review/policy";
import { latestBeats, presenceMs, sightOfPresence, type Beat } from "./presence";

describe("what is told of who is there", () => {
  it("is this table", () => {
    const told = policyKinds.map((policy) => [policy, ...roles.map((role) => sightOfPresence(policy, role))]);
    // owner, editor, reviewer, viewer
    expect(told).toEqual([
      ["single", "claim", "claim", "claim", "article"],
      ["blind_check", "article", "article", "article", "article"],
      ["double_blind", "nothing", "nothing", "nothing", "nothing"],
      ["panel", "article", "article", "article", "article"],
    ]);
  });
});

describe("latestBeats", () => {
  const beat = (memberId: string, tab: string, at: number): Beat => ({
    memberId,
    tab,
    at,
    claimId: tab,
    typing: false,
  });

  it("has each member once, with the page that spoke last", () => {
    const beats = [beat("a", "1", 5), beat("b", "2", 1), beat("a", "3", 4)];
    expect(latestBeats(beats, 10).map(({ memberId, tab }) => memberId + tab)).toEqual(["a1", "b2"]);
  });

  it("leaves out whoever has been silent too long", () => {
    expect(latestBeats([beat("a", "1", 0)], presenceMs - 1)).toHaveLength(1);
    expect(latestBeats([beat("a", "1", 0)], presenceMs)).toHaveLength(0);
  });
});
