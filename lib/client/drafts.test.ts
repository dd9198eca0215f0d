import { describe, expect, it } from "vitest";
import { emptyAnnotation } from "@/lib/core/annotations/empty-annotation";
import type { Draft, DraftRow, DraftTable } from "./draft-table";
import { createDraftStore, type HoldTab } from "./drafts";

const me = { memberId: "me", workspace: "desk" };

function draft(key: string, claimId = "c"): Draft {
  const content = { ...emptyAnnotation, rationale: key };
  return { claimId, base: 1, edits: [{ content, submit: false, key, sent: false }] };
}

/** One device: its rows, and which tabs hold a lock. `close` ends a tab and everything it held. */
function makeDevice(locks: "locks" | "no locks" = "locks") {
  const rows = new Map<string, DraftRow>();
  const holders = new Map<string, string>();
  const table: DraftTable = {
    list: (owner) => Promise.resolve([...rows.values()].filter((row) => row.owner === owner)),
    put: (row) => {
      rows.set([row.owner, row.tab, row.claimId].join(), row);
      return Promise.resolve();
    },
    remove: (key, isExpected) => {
      const row = rows.get(key.join());
      if (row && isExpected(row)) rows.delete(key.join());
      return Promise.resolve();
    },
  };
  const open = (tab: string, owner = me) => {
    const hold: HoldTab = (name) => {
      if (locks === "no locks") return Promise.resolve(true);
      if (holders.has(name)) return Promise.resolve(false);
      holders.set(name, tab);
      return Promise.resolve(true);
    };
    return createDraftStore(owner, tab, table, hold);
  };
  const close = (tab: string) => {
    for (const [name, holder] of [...holders]) if (holder === tab) holders.delete(name);
  };
  const keys = () => [...rows.values()].map(({ edits }) => edits[0].key).sort();
  return { open, close, keys };
}

const keysOf = (drafts: readonly Draft[]) => drafts.map(({ edits }) => edits[0].key).sort();

describe("draft store", () => {
  it("hands over both drafts that two tabs left on one claim, and keeps both until they are released", async () => {
    const { open, close, keys } = makeDevice();
    await open("one").put(draft("a"));
    await open("two").put(draft("b"));
    close("one");
    close("two");
    const three = open("three");
    const left = await three.adopt();
    expect([keysOf(left), keys()]).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
    await three.put(draft("here"));
    await three.remove("c");
    expect(keys()).toEqual(["a", "b"]);
    for (const one of left) await three.release(one);
    expect(keys()).toEqual([]);
  });

  it("leaves living tabs alone, and hands a draft to one tab only", async () => {
    const { open, close } = makeDevice();
    await open("one").put(draft("a"));
    expect(await open("two").adopt()).toEqual([]);
    close("one");
    const two = open("two again");
    expect(keysOf(await two.adopt())).toEqual(["a"]);
    expect(await two.adopt()).toEqual([]);
    expect(await open("three").adopt()).toEqual([]);
    close("two again");
    expect(keysOf(await open("four").adopt())).toEqual(["a"]);
  });

  it("without locks neither takes over nor erases this tab's own row", async () => {
    const { open, keys } = makeDevice("no locks");
    const one = open("one");
    await one.put(draft("a"));
    expect(await one.adopt()).toEqual([]);
    expect(keys()).toEqual(["a"]);
  });

  it("without locks does not forget what a tab that lives has written on", async () => {
    const { open, keys } = makeDevice("no locks");
    const one = open("one");
    await one.put(draft("a"));
    const two = open("two");
    const [left] = await two.adopt();
    await one.put(draft("a, longer"));
    if (left) await two.release(left);
    expect(keys()).toEqual(["a, longer"]);
  });

  it("shows one person's drafts to nobody else", async () => {
    const { open, close, keys } = makeDevice();
    await open("one").put(draft("a"));
    close("one");
    expect(await open("two", { ...me, memberId: "you" }).adopt()).toEqual([]);
    expect(keys()).toEqual(["a"]);
  });
});
