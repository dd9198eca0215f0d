import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { annotation, annotate, cite, createArticle, createDesk, withKey, type Desk } from "@/seeds/factories";
import { db } from "../db/client";
import { saveAnnotations } from "./commands";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const at = () => ({ workspace: desk.slug });

async function claimsOf(sentences: number, policy: "single" | "double_blind" = "single") {
  const text = Array.from({ length: sentences }, (_, i) => `The bridge has ${i + 2} piers.`).join(" ");
  const { claims } = await createArticle(desk, { text, policy });
  return claims.map(({ id }) => id);
}

const given = (claimIds: readonly string[], version = 0, how: Parameters<typeof annotation>[0] = {}) => ({
  annotations: claimIds.map((claimId) => ({
    claimId,
    version,
    annotation: annotation({ verdict: "true", ...how }),
  })),
});

async function versionsOn(claimIds: readonly string[]) {
  const rows = await db().annotation.findMany({
    where: { workspaceId: desk.workspaceId, claimId: { in: [...claimIds] } },
    select: {
      claimId: true,
      version: true,
      submittedVersion: true,
      versions: { orderBy: { version: "asc" }, select: { version: true, baseVersion: true, verdict: true } },
    },
  });
  return claimIds.map((id) => rows.find(({ claimId }) => claimId === id));
}

describe("saving many annotations at once", () => {
  it("writes first versions and next ones, one event each, and moves the claims on", async () => {
    const claimIds = await claimsOf(3);
    const [first = ""] = claimIds;
    await annotate(desk.slug, desk.reviewer1, first, { verdict: "false" });
    const many = given(claimIds, 0, { submit: true });
    const annotations = many.annotations.map((one) => (one.claimId === first ? { ...one, version: 1 } : one));
    const { saved, refused } = await saveAnnotations(desk.reviewer1.actor, at(), { annotations });
    expect(refused).toEqual([]);
    expect(saved.map(({ version }) => version)).toEqual([2, 1, 1]);
    expect(await versionsOn(claimIds)).toMatchObject([
      {
        version: 2,
        submittedVersion: 2,
        versions: [{ baseVersion: 0 }, { baseVersion: 1, verdict: "true" }],
      },
      { version: 1, submittedVersion: 1 },
      { version: 1, submittedVersion: 1 },
    ]);
    const states = await db().claim.findMany({ where: { id: { in: claimIds } }, select: { state: true } });
    expect(states.map(({ state }) => state)).toEqual(["submitted", "submitted", "submitted"]);
    const events = await db().event.findMany({
      where: { workspaceId: desk.workspaceId, claimId: { in: claimIds }, type: "annotation.submitted" },
    });
    expect(new Set(events.map(({ claimId }) => claimId))).toEqual(new Set(claimIds));
  });

  it("keeps citations and searches of each version, and merges nothing in from the one before", async () => {
    const claimIds = await claimsOf(2);
    const citation = await cite(desk.slug, desk.reviewer1, { title: "Road atlas" }, { quote: "2 piers" });
    const searches = [{ query: "piers", place: "atlas", outcome: "" }];
    await saveAnnotations(
      desk.reviewer1.actor,
      at(),
      given(claimIds, 0, { citations: [citation], searches }),
    );
    await saveAnnotations(desk.reviewer1.actor, at(), given(claimIds, 1));
    const counts = await db().annotationVersion.findMany({
      where: { workspaceId: desk.workspaceId, annotation: { claimId: { in: claimIds } } },
      orderBy: [{ annotationId: "asc" }, { version: "asc" }],
      select: { version: true, _count: { select: { citations: true, searches: true } } },
    });
    expect(counts.map(({ version, _count }) => [version, _count.citations, _count.searches])).toEqual([
      [1, 1, 1],
      [2, 0, 0],
      [1, 1, 1],
      [2, 0, 0],
    ]);
  });

  it("leaves what was saved elsewhere since, and what takes no annotation, and says which", async () => {
    const claimIds = await claimsOf(3);
    const [late = "", disposed = "", fine = ""] = claimIds;
    await annotate(desk.slug, desk.reviewer1, late, { verdict: "false" });
    await db().claim.update({
      where: { workspaceId_id: { workspaceId: desk.workspaceId, id: disposed } },
      data: { disposition: "opinion", state: "disposed" },
    });
    const result = await saveAnnotations(desk.reviewer1.actor, at(), given(claimIds));
    expect(result).toEqual({
      saved: [{ claimId: fine, version: 1 }],
      refused: [
        { claimId: late, reason: "stale" },
        { claimId: disposed, reason: "not_possible" },
      ],
    });
    expect(await versionsOn([late])).toMatchObject([{ version: 1, versions: [{ verdict: "false" }] }]);
  });

  it("is done once by a double click, and never twice by two tabs at once", async () => {
    const claimIds = await claimsOf(3);
    const actor = withKey(desk.reviewer1.actor, randomUUID());
    const clicks = await Promise.all([1, 2].map(() => saveAnnotations(actor, at(), given(claimIds))));
    expect(clicks[0]).toEqual(clicks[1]);
    const tabs = await Promise.all(
      [claimIds, claimIds.toReversed()].map((ids) =>
        saveAnnotations(desk.reviewer1.actor, at(), given(ids, 1)),
      ),
    );
    expect(tabs.flatMap(({ saved }) => saved)).toHaveLength(3);
    expect(tabs.flatMap(({ refused }) => refused).map(({ reason }) => reason)).toEqual([
      "stale",
      "stale",
      "stale",
    ]);
    expect((await versionsOn(claimIds)).map((row) => row?.version)).toEqual([2, 2, 2]);
  });

  it("is refused as a whole to strangers and viewers, and for a verdict or a source that does not exist", async () => {
    const claimIds = await claimsOf(2);
    const stranger = await createDesk("Elsewhere");
    await expect(
      saveAnnotations(stranger.owner.actor, { workspace: stranger.slug }, given(claimIds)),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(saveAnnotations(stranger.owner.actor, at(), given(claimIds))).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(saveAnnotations(desk.viewer.actor, at(), given(claimIds))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      saveAnnotations(desk.reviewer1.actor, at(), given(claimIds, 0, { verdict: "nonsense" })),
    ).rejects.toMatchObject({ code: "bad_input", fields: [{ field: "/annotations/0/annotation/verdict" }] });
    const citations = [{ sourceId: randomUUID(), stance: "supports" as const, quote: "" }];
    await expect(
      saveAnnotations(desk.reviewer1.actor, at(), given(claimIds, 0, { citations })),
    ).rejects.toMatchObject({
      fields: [{ field: "/annotations/0/annotation/citations/0/sourceId" }],
    });
    expect(await versionsOn(claimIds)).toEqual([undefined, undefined]);
  });

  it("keeps a place on each claim where places are few, once", async () => {
    const claimIds = await claimsOf(2, "double_blind");
    await saveAnnotations(desk.reviewer1.actor, at(), given(claimIds));
    await saveAnnotations(desk.reviewer1.actor, at(), given(claimIds, 1));
    const places = await db().assignment.findMany({
      where: { workspaceId: desk.workspaceId, claimId: { in: claimIds }, endedAt: null },
    });
    expect(places.map(({ memberId, kind }) => [memberId, kind])).toEqual([
      [desk.reviewer1.memberId, "annotate"],
      [desk.reviewer1.memberId, "annotate"],
    ]);
    await saveAnnotations(desk.reviewer1.actor, at(), given(claimIds, 2, { submit: true }));
    const open = { workspaceId: desk.workspaceId, claimId: { in: claimIds }, endedAt: null };
    expect(await db().assignment.count({ where: open })).toBe(0);
  });
});
