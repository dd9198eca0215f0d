import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { annotate, createArticle, createDesk, withKey, type Desk } from "@/seeds/factories";
import { db } from "../db/client";
import { reviewAnnotation } from "../review/commands";
import { changeClaim } from "./commands";
import { getClaimDetail } from "./queries";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

async function freshClaim(): Promise<string> {
  return (await createArticle(desk)).claims[0]?.id ?? "";
}

const at = (claimId: string, baseVersion = 1) => ({ workspace: desk.slug, claimId, baseVersion });

describe("changeClaim", () => {
  it("disposes a claim and takes it back; what was annotated stays", async () => {
    const claimId = await freshClaim();
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true" });
    expect(await changeClaim(desk.editor.actor, at(claimId), { disposition: "opinion" })).toMatchObject({
      version: 2,
      state: "disposed",
    });
    expect(await changeClaim(desk.editor.actor, at(claimId, 2), { disposition: "to_check" })).toMatchObject({
      state: "in_progress",
    });
    const { own } = await getClaimDetail(desk.reviewer1.actor, { workspace: desk.slug, claimId });
    expect(own.content.verdict).toBe("true");
  });

  it("history tells what was before and after", async () => {
    const claimId = await freshClaim();
    await changeClaim(desk.editor.actor, at(claimId), { wording: "The bridge measures 112 m" });
    const { payload } = await db().event.findFirstOrThrow({ where: { claimId, type: "claim.changed" } });
    expect(payload).toEqual({
      before: { wording: null, disposition: "to_check" },
      after: { wording: "The bridge measures 112 m", disposition: "to_check" },
    });
  });

  it("a late change does nothing; of two at once one wins", async () => {
    const claimId = await freshClaim();
    const both = await Promise.all(
      ["one", "two"].map((wording) => changeClaim(desk.editor.actor, at(claimId), { wording })),
    );
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["changed", "stale"]);
    expect(await db().event.count({ where: { claimId, type: "claim.changed" } })).toBe(1);
  });

  it("a double click changes once", async () => {
    const claimId = await freshClaim();
    const actor = withKey(desk.editor.actor, randomUUID());
    const [one, two] = await Promise.all(
      [1, 2].map(() => changeClaim(actor, at(claimId), { disposition: "question" })),
    );
    expect(one).toEqual(two);
    expect(one).toMatchObject({ outcome: "changed", version: 2 });
  });

  it("the wording that a ruling was made on stays", async () => {
    const claimId = await freshClaim();
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const { colleagues } = await getClaimDetail(desk.editor.actor, { workspace: desk.slug, claimId });
    const target = { workspace: desk.slug, annotationId: colleagues[0]?.id ?? "" };
    await reviewAnnotation(desk.editor.actor, target, {
      decision: "approve",
      reasons: [],
      comment: "",
      version: 1,
    });
    const rewording = changeClaim(desk.editor.actor, at(claimId), { wording: "Something else" });
    await expect(rewording).rejects.toMatchObject({ code: "conflict" });
  });

  it("strangers find nothing, reviewers may not", async () => {
    const claimId = await freshClaim();
    const stranger = await createDesk("Elsewhere");
    const patch = { disposition: "opinion" } as const;
    await expect(changeClaim(stranger.owner.actor, at(claimId), patch)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      changeClaim(stranger.owner.actor, { ...at(claimId), workspace: stranger.slug }, patch),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(changeClaim(desk.reviewer1.actor, at(claimId), patch)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
