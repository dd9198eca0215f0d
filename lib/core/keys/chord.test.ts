import { describe, expect, it } from "vitest";
import { roomOfKey } from "./chord";
import { defaultKeys, keysOf } from "./shortcut";

describe("the letter after g", () => {
  it("leads to its room, with the caps lock on too", () => {
    expect([roomOfKey(defaultKeys.rooms, "q"), roomOfKey(defaultKeys.rooms, "Q")]).toEqual([
      "queue",
      "queue",
    ]);
    expect([roomOfKey(defaultKeys.rooms, "z"), roomOfKey(defaultKeys.rooms, "")]).toEqual([null, null]);
  });

  it("is taken as it was chosen where two rooms have the same letter in two cases", () => {
    const { rooms } = keysOf({ actions: {}, rooms: { report: "Q" } });
    expect([roomOfKey(rooms, "q"), roomOfKey(rooms, "Q")]).toEqual(["queue", "report"]);
    const both = keysOf({ actions: {}, rooms: { report: "Å", insights: "å" } }).rooms;
    // The sign for the unit of length is small like the letter, and neither of the two as it was chosen.
    expect(roomOfKey(both, "\u212b")).toBeNull();
    expect(roomOfKey(rooms, "p")).toBeNull();
  });
});
