import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { annotate, cite, createArticle, createDesk, withKey, type Desk } from "@/seeds/factories";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { publishReport } from "../reports/commands";
import { getReportPreview } from "../reports/queries";
import { reviewAnnotation, reviewMany } from "./commands";
import { listApprovable } from "./queries";

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
});

const at = () => ({ workspace: desk.slug });

/** An article whose claims Rita has all annotated. */
async function annotatedArticle(sentences = 4) {
  const text = Array.from({ length: sentences }, (_, i) => `The bridge has ${i + 2} piers.`).join(" ");
  const { id, claims } = await createArticle(desk, { text });
  for (const claim of claims) {
    await annotate(desk.slug, desk.reviewer1, claim.id, { verdict: "true", submit: true });
  }
  return { articleId: id, claimIds: claims.map((claim) => claim.id) };
}

async function approvable(articleId: string) {
  const items = await listApprovable(desk.editor.actor, { ...at(), articleId });
  return items.map(({ annotationId: id, version }) => ({ id, version }));
}

async function statesOf(claimIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db().claim.findMany({
    where: { id: { in: [...claimIds] } },
    orderBy: { ordinal: "asc" },
  });
  return rows.map(({ state }) => state);
}

describe("what can be approved", () => {
  it("is what colleagues have submitted, with their verdict; never one's own, never what is blind", async () => {
    const { articleId, claimIds } = await annotatedArticle(2);
    const seen = await listApprovable(desk.editor.actor, { ...at(), articleId });
    expect(seen).toMatchObject(
      claimIds.map((claimId) => ({ claimId, version: 1, verdict: "true", author: { name: "Rita One" } })),
    );
    expect(await listApprovable(desk.reviewer1.actor, { ...at(), articleId })).toEqual([]);
    await expect(listApprovable(desk.viewer.actor, { ...at(), articleId })).rejects.toMatchObject({
      code: "forbidden",
    });
    const blind = await createArticle(desk, { policy: "blind_check", text: "A hidden claim." });
    await annotate(desk.slug, desk.reviewer1, blind.claims[0]?.id ?? "", { verdict: "true", submit: true });
    expect(await listApprovable(desk.editor.actor, { ...at(), articleId: blind.id })).toEqual([]);
  });
});

describe("approving many at once", () => {
  it("rules them all, and withdrawing the same list takes all of it back", async () => {
    const { articleId, claimIds } = await annotatedArticle();
    const annotations = await approvable(articleId);
    const result = await reviewMany(desk.editor.actor, at(), { decision: "approve", annotations });
    expect(result).toEqual({ given: annotations.map(({ id }) => id), refused: [] });
    expect(await statesOf(claimIds)).toEqual(["ruled", "ruled", "ruled", "ruled"]);
    expect(await approvable(articleId)).toEqual([]);

    const undone = await reviewMany(desk.editor.actor, at(), { decision: "withdraw", annotations });
    expect(undone.given).toHaveLength(4);
    expect(new Set(await statesOf(claimIds))).toEqual(new Set(["in_review"]));
    expect(await approvable(articleId)).toEqual(annotations);
    const detail = await getClaimDetail(desk.editor.actor, { ...at(), claimId: claimIds[0] ?? "" });
    expect(detail.ruling).toBeNull();

    await reviewMany(desk.editor.actor, at(), { decision: "approve", annotations });
    expect(new Set(await statesOf(claimIds))).toEqual(new Set(["ruled"]));
    expect(await db().ruling.count({ where: { claimId: { in: claimIds } } })).toBe(8);
    expect(await db().ruling.count({ where: { claimId: { in: claimIds }, supersededAt: null } })).toBe(4);
  });

  it("does what can be done and tells the rest apart: submitted anew since, and not possible", async () => {
    const { articleId, claimIds } = await annotatedArticle(3);
    const annotations = await approvable(articleId);
    await annotate(desk.slug, desk.reviewer1, claimIds[0] ?? "", { verdict: "false", submit: true });
    const [, second] = annotations;
    const target = { ...at(), annotationId: second?.id ?? "" };
    await reviewAnnotation(desk.reviewer2.actor, target, {
      decision: "approve",
      reasons: [],
      comment: "",
      version: 1,
    });
    const result = await reviewMany(desk.editor.actor, at(), { decision: "approve", annotations });
    expect(result.given).toEqual([annotations[2]?.id]);
    expect(result.refused).toEqual([
      { annotationId: annotations[0]?.id, reason: "stale" },
      { annotationId: second?.id, reason: "not_possible" },
    ]);
    expect(await statesOf(claimIds)).toEqual(["submitted", "ruled", "ruled"]);
  });

  it("is done once by a double click, and makes one ruling each when two colleagues do it at once", async () => {
    const { articleId, claimIds } = await annotatedArticle();
    const annotations = await approvable(articleId);
    const actor = withKey(desk.editor.actor, randomUUID());
    const clicks = await Promise.all(
      [1, 2].map(() => reviewMany(actor, at(), { decision: "approve", annotations })),
    );
    expect(clicks[0]).toEqual(clicks[1]);
    expect(await db().review.count({ where: { claimId: { in: claimIds } } })).toBe(4);

    await reviewMany(desk.editor.actor, at(), { decision: "withdraw", annotations });
    const both = await Promise.all(
      [desk.editor, desk.owner].map((person) =>
        reviewMany(person.actor, at(), {
          decision: "approve",
          annotations: person === desk.owner ? annotations.toReversed() : annotations,
        }),
      ),
    );
    expect(both.flatMap(({ given }) => given)).toHaveLength(4);
    expect(await db().ruling.count({ where: { claimId: { in: claimIds }, supersededAt: null } })).toBe(4);
  });

  it("is refused as a whole to strangers, to viewers, and for one's own work", async () => {
    const { articleId, claimIds } = await annotatedArticle(2);
    const annotations = await approvable(articleId);
    const input = { decision: "approve", annotations } as const;
    const stranger = await createDesk("Elsewhere");
    await expect(reviewMany(stranger.owner.actor, { workspace: stranger.slug }, input)).rejects.toMatchObject(
      { code: "not_found" },
    );
    await expect(reviewMany(desk.viewer.actor, at(), input)).rejects.toMatchObject({ code: "forbidden" });
    const own = await reviewMany(desk.reviewer1.actor, at(), input);
    expect(own).toMatchObject({
      given: [],
      refused: [{ reason: "not_possible" }, { reason: "not_possible" }],
    });
    expect(await statesOf(claimIds)).toEqual(["submitted", "submitted"]);
  });
});

describe("taking a decision back", () => {
  it("is one's own to do, until it is published", async () => {
    const { articleId, claimIds } = await annotatedArticle(1);
    const citation = await cite(desk.slug, desk.reviewer1, { title: "Road atlas" }, { quote: "2 piers" });
    const searches = [{ query: "bridge", place: "atlas", outcome: "" }];
    const content = {
      verdict: "true",
      rationale: "It says so",
      citations: [citation],
      searches,
      submit: true,
    };
    await annotate(desk.slug, desk.reviewer1, claimIds[0] ?? "", content);
    const annotations = await approvable(articleId);
    await reviewMany(desk.editor.actor, at(), { decision: "approve", annotations });
    const withdraw = (actor: typeof desk.editor.actor) =>
      reviewMany(actor, at(), { decision: "withdraw", annotations });
    expect(await withdraw(desk.owner.actor)).toMatchObject({ given: [] });
    await publishReport(desk.editor.actor, { ...at(), articleId });
    expect(await withdraw(desk.editor.actor)).toMatchObject({
      given: [],
      refused: [{ reason: "not_possible" }],
    });
    expect(await statesOf(claimIds)).toEqual(["published"]);
  });

  it("leaves the ruling where another colleague approves as well, and takes a request for changes away", async () => {
    const { articleId, claimIds } = await annotatedArticle(1);
    const [annotation] = await approvable(articleId);
    const target = { ...at(), annotationId: annotation?.id ?? "" };
    const say = (actor: typeof desk.editor.actor, decision: "approve" | "request_changes" | "withdraw") =>
      reviewAnnotation(actor, target, {
        decision,
        reasons: decision === "request_changes" ? ["wording"] : [],
        comment: "",
        version: 1,
      });
    await say(desk.reviewer2.actor, "request_changes");
    await say(desk.editor.actor, "approve");
    await say(desk.owner.actor, "approve");
    expect(await statesOf(claimIds)).toEqual(["changes_requested"]);
    await say(desk.reviewer2.actor, "withdraw");
    expect(await statesOf(claimIds)).toEqual(["ruled"]);
    await say(desk.owner.actor, "withdraw");
    expect(await statesOf(claimIds)).toEqual(["ruled"]);
    await say(desk.editor.actor, "withdraw");
    expect(await statesOf(claimIds)).toEqual(["in_review"]);
    const preview = await getReportPreview(desk.editor.actor, { ...at(), articleId });
    expect(preview.content.claims[0]?.ruling).toBeNull();
  });
});
