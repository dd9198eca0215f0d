import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { scalePresets } from "@/lib/core/verdicts/presets";
import { annotate, createArticle, createDesk, withKey, type Desk } from "@/seeds/factories";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { changeScale } from "./commands";
import { getScale } from "./queries";

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
});

const at = (baseVersion = 1) => ({ workspace: desk.slug, baseVersion });
const preset = (key: string) => {
  const found = scalePresets.find((scale) => scale.key === key);
  if (!found) throw new Error(`no preset ${key}`);
  return found;
};

describe("the house scale", () => {
  it("gets a new version; what came in before keeps the old one, what comes in after has the new", async () => {
    const before = await createArticle(desk);
    const changed = await changeScale(desk.owner.actor, at(), {
      ...preset("magazine"),
      guidelines: "Be kind.",
    });
    expect(changed).toMatchObject({ outcome: "changed", scale: { version: 2, key: "magazine" } });
    expect(await getScale(desk.viewer.actor, at())).toMatchObject({ version: 2, guidelines: "Be kind." });
    const after = await createArticle(desk, { text: "Another text. It has two sentences." });
    const scaleOf = async (claimId: string | undefined) =>
      (await getClaimDetail(desk.editor.actor, { workspace: desk.slug, claimId: claimId ?? "" })).scale;
    expect((await scaleOf(before.claims[0]?.id)).key).toBe("truth");
    expect(await scaleOf(after.claims[0]?.id)).toMatchObject({ key: "magazine", guidelines: "Be kind." });
    await annotate(desk.slug, desk.reviewer1, after.claims[0]?.id ?? "", { verdict: "ok", submit: true });
    await expect(
      annotate(desk.slug, desk.reviewer1, after.claims[1]?.id ?? "", { verdict: "true", submit: true }),
    ).rejects.toMatchObject({ code: "bad_input" });
  });

  it("is not changed by a late save: the current one is told and nothing is written", async () => {
    await changeScale(desk.owner.actor, at(), preset("fever"));
    const late = await changeScale(desk.owner.actor, at(), preset("magazine"));
    expect(late).toMatchObject({ outcome: "stale", scale: { key: "fever", version: 2 } });
    expect(await db().scale.count({ where: { workspaceId: desk.workspaceId } })).toBe(2);
  });

  it("is changed once by a double click, and once by two owners at once", async () => {
    const actor = withKey(desk.owner.actor, randomUUID());
    await Promise.all([1, 2, 3].map(() => changeScale(actor, at(), preset("averitec"))));
    expect(await getScale(desk.owner.actor, at())).toMatchObject({ version: 2 });
    const both = await Promise.all(
      ["fever", "magazine"].map((key) => changeScale(desk.owner.actor, at(2), preset(key))),
    );
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["changed", "stale"]);
    expect(await getScale(desk.owner.actor, at())).toMatchObject({ version: 3 });
  });

  it("is the owners' to change; a stranger finds nothing", async () => {
    await expect(changeScale(desk.editor.actor, at(), preset("fever"))).rejects.toMatchObject({
      code: "forbidden",
    });
    const stranger = await createDesk("Elsewhere");
    await expect(changeScale(stranger.owner.actor, at(), preset("fever"))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await getScale(desk.owner.actor, at())).toMatchObject({ version: 1 });
  });
});
