import { describe, expect, it } from "vitest";
import type { ChangedClaim, RevisionChanges, StandingClaim } from "@/lib/core/anchors/changes";
import { countDecided, decide, freePartners, type Decided } from "./decided-changes";

const standing = (id: string | null, ordinal: number): StandingClaim => ({
  id,
  kind: "sentence",
  ordinal,
  start: ordinal * 10,
  end: ordinal * 10 + 5,
  text: `words ${ordinal}`,
});
const changed = (id: string, ordinal: number): ChangedClaim => ({
  ...standing(id, ordinal),
  previousOrdinal: ordinal,
  previousText: "old",
});
const changes: RevisionChanges = {
  carried: [],
  moved: [],
  changed: [changed("a", 1)],
  deleted: [standing("b", 2)],
  added: [standing(null, 3)],
};
const nothing: Decided = new Map();

describe("decisions on a preview", () => {
  it("not the same claim: one more deleted and one more added", () => {
    const decided = decide(changes, nothing, "a", null);
    expect(countDecided(changes, decided)).toEqual({
      carried: 0,
      moved: 0,
      changed: 0,
      deleted: 2,
      added: 2,
    });
    expect(freePartners(changes, decided).map(({ ordinal }) => ordinal)).toEqual([1, 3]);
  });

  it("the same claim: one less of each, and its sentence is taken", () => {
    const decided = decide(changes, nothing, "b", 3);
    expect(countDecided(changes, decided)).toEqual({
      carried: 0,
      moved: 0,
      changed: 2,
      deleted: 0,
      added: 0,
    });
    expect(freePartners(changes, decided)).toEqual([]);
  });

  it("taking a decision back takes the sentence back from whoever was given it", () => {
    const given = decide(changes, decide(changes, nothing, "a", null), "b", 1);
    expect(countDecided(changes, given)).toEqual({ carried: 0, moved: 0, changed: 1, deleted: 1, added: 1 });
    expect([...decide(changes, given, "a", undefined)]).toEqual([]);
  });
});
