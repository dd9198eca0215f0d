import { beforeAll, describe, expect, it } from "vitest";
import { noOwnKeys } from "@/lib/core/keys/shortcut";
import { createDesk, withKey, type Desk } from "@/seeds/factories";
import { db } from "../db/client";
import { saveKeys } from "./commands";
import { getKeys } from "./queries";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const here = (baseVersion = 0) => ({ workspace: desk.slug, baseVersion });
const submit = (key: string) => ({ actions: { submit: key }, rooms: {} });

describe("keys of one's own", () => {
  it("are each member's own, and nothing until something is changed", async () => {
    const { actor } = desk.viewer;
    expect(await getKeys(actor, here())).toEqual({ keys: noOwnKeys, version: 0 });
    expect(await saveKeys(actor, here(), submit("x"))).toEqual({ outcome: "saved", version: 1 });
    expect(await saveKeys(actor, here(1), noOwnKeys)).toEqual({ outcome: "saved", version: 2 });
    expect(await saveKeys(actor, here(2), submit("y"))).toEqual({ outcome: "saved", version: 3 });
    expect(await getKeys(actor, here())).toEqual({ keys: submit("y"), version: 3 });
    expect((await getKeys(desk.owner.actor, here())).version).toBe(0);
  });

  it("of a stranger are not found", async () => {
    const { owner } = await createDesk("Elsewhere");
    await expect(saveKeys(owner.actor, here(), submit("x"))).rejects.toMatchObject({ code: "not_found" });
    await expect(getKeys(owner.actor, here())).rejects.toMatchObject({ code: "not_found" });
  });

  it("are not overwritten by a tab that knew older ones, also not the very first of two at once", async () => {
    const { actor, memberId } = desk.reviewer1;
    const both = await Promise.all([
      saveKeys(actor, here(), submit("x")),
      saveKeys(actor, here(), submit("y")),
    ]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["saved", "stale"]);
    const kept = await getKeys(actor, here());
    expect(await saveKeys(actor, here(), submit("z"))).toEqual({ outcome: "stale", version: 1 });
    expect(await getKeys(actor, here())).toEqual(kept);
    expect(await db().memberKeys.count({ where: { memberId } })).toBe(1);
  });

  it("are saved once however often it is clicked", async () => {
    const actor = withKey(desk.reviewer2.actor, "double click on keys");
    const both = await Promise.all([
      saveKeys(actor, here(), submit("x")),
      saveKeys(actor, here(), submit("x")),
    ]);
    expect(both).toEqual([
      { outcome: "saved", version: 1 },
      { outcome: "saved", version: 1 },
    ]);
  });
});
