import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { annotate, createArticle, createDesk, withKey, type Desk } from "@/seeds/factories";
import { db } from "../db/client";
import { reviewAnnotation } from "../review/commands";
import { changeClaim, disposeClaims } from "./commands";
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
    const nobody = { speaker: null, saidOn: null, saidAt: null };
    expect(payload).toEqual({
      before: { wording: null, disposition: "to_check", ...nobody },
      after: { wording: "The bridge measures 112 m", disposition: "to_check", ...nobody },
    });
  });

  it("says who said it, when and where; what is not mentioned stays", async () => {
    const claimId = await freshClaim();
    const said = { speaker: "Mohammed Mohi", saidOn: "1931-05", saidAt: "Baghdad" };
    await changeClaim(desk.editor.actor, at(claimId), said);
    await changeClaim(desk.editor.actor, { ...at(claimId), baseVersion: 2 }, { saidAt: null });
    const { attribution } = await getClaimDetail(desk.viewer.actor, { workspace: desk.slug, claimId });
    expect(attribution).toEqual({ ...said, saidAt: null });
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

describe("disposeClaims", () => {
  const target = () => ({ workspace: desk.slug });
  const freshClaims = async () =>
    (await createArticle(desk)).claims.map(({ id, version }) => ({ id, version }));
  const as =
    (disposition: "opinion" | "question" | "to_check") => (claim: { id: string; version: number }) => ({
      ...claim,
      disposition,
    });

  it("disposes many at once with a line of history each, and takes them back with their versions", async () => {
    const claims = await freshClaims();
    const done = await disposeClaims(desk.editor.actor, target(), { claims: claims.map(as("opinion")) });
    expect(done.changed.map(({ id, version, before }) => [id, version, before])).toEqual(
      claims.map(({ id }) => [id, 2, "to_check"]),
    );
    const ids = claims.map(({ id }) => id);
    const rows = await readClaims(ids);
    expect(rows.map(({ state, disposition }) => [state, disposition])).toEqual(
      claims.map(() => ["disposed", "opinion"]),
    );
    expect(await db().event.count({ where: { claimId: { in: ids }, type: "claim.changed" } })).toBe(3);
    const undone = await disposeClaims(desk.editor.actor, target(), {
      claims: done.changed.map(as("to_check")),
    });
    expect(undone.changed.map(({ before }) => before)).toEqual(["opinion", "opinion", "opinion"]);
    expect((await readClaims(ids)).map(({ state }) => state)).toEqual(claims.map(() => "unchecked"));
  });

  it("leaves alone what somebody changed meanwhile, and what is so already", async () => {
    const [late, same, free] = await freshClaims();
    if (!late || !same || !free) throw new Error("the article has three claims");
    await changeClaim(desk.editor.actor, at(late.id), { wording: "Changed meanwhile" });
    await changeClaim(desk.editor.actor, at(same.id), { disposition: "question" });
    const { changed, stale } = await disposeClaims(desk.editor.actor, target(), {
      claims: [late, { ...same, version: 2 }, free].map(as("question")),
    });
    expect(changed.map(({ id }) => id)).toEqual([free.id]);
    expect(stale).toEqual([{ id: late.id, version: 2 }]);
  });

  it("a double click disposes once; of two at once one wins", async () => {
    const claims = (await freshClaims()).map(as("opinion"));
    const actor = withKey(desk.editor.actor, randomUUID());
    const [one, two] = await Promise.all([1, 2].map(() => disposeClaims(actor, target(), { claims })));
    expect(one).toEqual(two);
    expect(one?.changed).toHaveLength(3);
    const others = (await freshClaims()).map(as("question"));
    const both = await Promise.all(
      [1, 2].map(() => disposeClaims(desk.editor.actor, target(), { claims: others })),
    );
    expect(both.map(({ changed }) => changed.length).toSorted()).toEqual([0, 3]);
  });

  it("strangers find nothing, reviewers may not, and one claim of another desk stops all", async () => {
    const claims = (await freshClaims()).map(as("opinion"));
    const stranger = await createDesk("Elsewhere");
    const elsewhere = { workspace: stranger.slug };
    for (const there of [target(), elsewhere]) {
      await expect(disposeClaims(stranger.owner.actor, there, { claims })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    await expect(disposeClaims(desk.reviewer1.actor, target(), { claims })).rejects.toMatchObject({
      code: "forbidden",
    });
    const [theirs] = (await createArticle(stranger)).claims.map(as("opinion"));
    if (!theirs) throw new Error("the article has claims");
    const { id, version, disposition } = theirs;
    const mixed = { claims: [...claims, { id, version, disposition }] };
    await expect(disposeClaims(desk.editor.actor, target(), mixed)).rejects.toMatchObject({
      code: "not_found",
    });
    const rows = await readClaims(claims.map((claim) => claim.id));
    expect(rows.every((row) => row.disposition === "to_check")).toBe(true);
  });

  const readClaims = (ids: readonly string[]) =>
    db().claim.findMany({ where: { id: { in: [...ids] } }, orderBy: { ordinal: "asc" } });
});
