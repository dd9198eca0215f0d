import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReviewInput } from "@/lib/core/annotations/annotation";
import type { PolicyKind } from "@/lib/core/review/policy";
import {
  annotate,
  createArticle,
  createDesk,
  createPerson,
  withKey,
  type Desk,
  type Person,
} from "@/seeds/factories";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { adjudicate, castVote, reviewAnnotation } from "./commands";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

async function claimUnder(policy: PolicyKind): Promise<string> {
  return (await createArticle(desk, { policy })).claims[0]?.id ?? "";
}

async function annotationOf(person: Person, claimId: string): Promise<string> {
  const { own } = await getClaimDetail(person.actor, { workspace: desk.slug, claimId });
  return own.id ?? "";
}

const approve: ReviewInput = { decision: "approve", reasons: [], comment: "", version: 1 };
const toAnnotation = (annotationId: string) => ({ workspace: desk.slug, annotationId });
const toClaim = (claimId: string) => ({ workspace: desk.slug, claimId });

async function stateOf(claimId: string): Promise<string> {
  const { state } = await db().claim.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: desk.workspaceId, id: claimId } },
  });
  return state;
}

describe("single: approve or ask for changes", () => {
  it("a colleague's approval makes the ruling, which names the exact version", async () => {
    const claimId = await claimUnder("single");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const id = await annotationOf(desk.reviewer1, claimId);
    const given = await reviewAnnotation(desk.reviewer2.actor, toAnnotation(id), approve);
    expect(given).toMatchObject({ outcome: "given", state: "ruled" });
    const ruling = await db().ruling.findFirstOrThrow({ where: { claimId }, include: { basis: true } });
    expect(ruling).toMatchObject({
      verdict: "true",
      method: "agreement",
      number: 1,
      basis: [{ annotationId: id, version: 1 }],
    });
  });

  it("nobody decides on their own work, whatever their role", async () => {
    const claimId = await claimUnder("single");
    await annotate(desk.slug, desk.owner, claimId, { verdict: "true", submit: true });
    const id = await annotationOf(desk.owner, claimId);
    await expect(reviewAnnotation(desk.owner.actor, toAnnotation(id), approve)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await stateOf(claimId)).toBe("submitted");
  });

  it("asking for changes and fixing them leads to a ruling on the fixed version", async () => {
    const claimId = await claimUnder("single");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const id = await annotationOf(desk.reviewer1, claimId);
    await reviewAnnotation(desk.editor.actor, toAnnotation(id), {
      ...approve,
      decision: "request_changes",
      reasons: ["wording"],
    });
    expect(await stateOf(claimId)).toBe("changes_requested");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "mostly_true", submit: true });
    expect(await stateOf(claimId)).toBe("submitted");
    await reviewAnnotation(desk.editor.actor, toAnnotation(id), { ...approve, version: 2 });
    const detail = await getClaimDetail(desk.editor.actor, toClaim(claimId));
    expect(detail.ruling).toMatchObject({ verdict: "mostly_true", holds: true });
    expect(detail.colleagues[0]).toMatchObject({
      reviews: [
        { version: 1, outdated: true },
        { version: 2, outdated: false },
      ],
    });
  });

  it("a late decision, on a version that has been replaced, does nothing", async () => {
    const claimId = await claimUnder("single");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "false", submit: true });
    const id = await annotationOf(desk.reviewer1, claimId);
    const late = await reviewAnnotation(desk.editor.actor, toAnnotation(id), approve);
    expect(late).toMatchObject({ outcome: "stale", submittedVersion: 2 });
    expect(await db().review.count({ where: { claimId } })).toBe(0);
  });

  it("a double click approves once", async () => {
    const claimId = await claimUnder("single");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const id = await annotationOf(desk.reviewer1, claimId);
    const actor = withKey(desk.editor.actor, randomUUID());
    const clicks = await Promise.all([1, 2, 3].map(() => reviewAnnotation(actor, toAnnotation(id), approve)));
    expect(clicks.map((click) => click.outcome)).toEqual(["given", "given", "given"]);
    expect(await db().review.count({ where: { claimId } })).toBe(1);
    expect(await db().ruling.count({ where: { claimId } })).toBe(1);
  });

  it("two colleagues who approve at once make one ruling", async () => {
    const claimId = await claimUnder("single");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const id = await annotationOf(desk.reviewer1, claimId);
    await Promise.allSettled(
      [desk.editor, desk.owner, desk.reviewer2].map(({ actor }) =>
        reviewAnnotation(actor, toAnnotation(id), approve),
      ),
    );
    expect(await db().ruling.count({ where: { claimId } })).toBe(1);
    expect(await stateOf(claimId)).toBe("ruled");
  });

  it("an edit that is submitted after the ruling takes its ground away; the ruling stays on record", async () => {
    const claimId = await claimUnder("single");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const id = await annotationOf(desk.reviewer1, claimId);
    await reviewAnnotation(desk.editor.actor, toAnnotation(id), approve);
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "false" });
    expect(await stateOf(claimId)).toBe("ruled");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "false", submit: true });
    const detail = await getClaimDetail(desk.editor.actor, toClaim(claimId));
    expect(detail.claim.state).toBe("submitted");
    expect(detail.ruling).toMatchObject({ verdict: "true", holds: false });
  });

  it("approving again what one has approved is not possible, and does no harm", async () => {
    const claimId = await claimUnder("single");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const id = await annotationOf(desk.reviewer1, claimId);
    const refuse: ReviewInput = { ...approve, decision: "request_changes", reasons: ["wording"] };
    await reviewAnnotation(desk.reviewer2.actor, toAnnotation(id), refuse);
    const approveAsEditor = () => reviewAnnotation(desk.editor.actor, toAnnotation(id), approve);
    expect(await approveAsEditor()).toMatchObject({ state: "changes_requested" });
    await expect(approveAsEditor()).rejects.toMatchObject({ code: "conflict" });
    await reviewAnnotation(desk.editor.actor, toAnnotation(id), refuse);
    await approveAsEditor();
    expect(await reviewAnnotation(desk.reviewer2.actor, toAnnotation(id), approve)).toMatchObject({
      state: "ruled",
    });
  });

  it("when the words have changed, a second look by anybody counts alone, and the old ruling no more", async () => {
    const claimId = await claimUnder("single");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const old = await annotationOf(desk.reviewer1, claimId);
    await reviewAnnotation(desk.editor.actor, toAnnotation(old), approve);
    await db().claim.updateMany({ where: { id: claimId }, data: { staleAt: new Date(), state: "stale" } });
    await expect(reviewAnnotation(desk.owner.actor, toAnnotation(old), approve)).rejects.toMatchObject({
      code: "conflict",
    });
    await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "false", submit: true });
    expect(await stateOf(claimId)).toBe("submitted");
    await expect(reviewAnnotation(desk.owner.actor, toAnnotation(old), approve)).rejects.toMatchObject({
      code: "not_found",
    });
    const fresh = await annotationOf(desk.reviewer2, claimId);
    await reviewAnnotation(desk.editor.actor, toAnnotation(fresh), approve);
    const { ruling } = await getClaimDetail(desk.editor.actor, toClaim(claimId));
    expect(ruling).toMatchObject({ verdict: "false", number: 2, holds: true });
    expect(await db().ruling.count({ where: { claimId } })).toBe(2);
  });

  it("a stranger and a viewer decide nothing", async () => {
    const claimId = await claimUnder("single");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const id = await annotationOf(desk.reviewer1, claimId);
    const stranger = await createDesk("Elsewhere");
    await expect(reviewAnnotation(stranger.owner.actor, toAnnotation(id), approve)).rejects.toMatchObject({
      code: "not_found",
    });
    const across = { workspace: stranger.slug, annotationId: id };
    await expect(reviewAnnotation(stranger.owner.actor, across, approve)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(reviewAnnotation(desk.viewer.actor, toAnnotation(id), approve)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe.each(["blind_check", "double_blind"] as const)("%s", (policy) => {
  it("a pair that agrees is approved and ruled", async () => {
    const claimId = await claimUnder(policy);
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const id = await annotationOf(desk.reviewer1, claimId);
    await expect(reviewAnnotation(desk.editor.actor, toAnnotation(id), approve)).rejects.toMatchObject({
      code: policy === "double_blind" ? "not_found" : "conflict",
    });
    await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "true", submit: true });
    expect(await stateOf(claimId)).toBe("in_review");
    expect(await reviewAnnotation(desk.editor.actor, toAnnotation(id), approve)).toMatchObject({
      state: "ruled",
    });
  });

  it("a pair that differs is disputed, and adjudicated by somebody who is no party", async () => {
    const claimId = await claimUnder(policy);
    await annotate(desk.slug, desk.editor, claimId, { verdict: "true", submit: true });
    await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "false", submit: true });
    expect(await stateOf(claimId)).toBe("disputed");
    const decision = { verdict: "mixed", rationale: "Both have half of it." };
    await expect(adjudicate(desk.editor.actor, toClaim(claimId), decision)).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(adjudicate(desk.reviewer1.actor, toClaim(claimId), decision)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await adjudicate(desk.owner.actor, toClaim(claimId), decision)).toEqual({ state: "ruled" });
    const { ruling } = await getClaimDetail(desk.owner.actor, toClaim(claimId));
    expect(ruling).toMatchObject({ method: "adjudication", verdict: "mixed" });
    expect(ruling?.dissent.map(({ verdict }) => verdict).toSorted()).toEqual(["false", "true"]);
    await expect(adjudicate(desk.owner.actor, toClaim(claimId), decision)).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("panel", () => {
  it("two of three decide and the third's dissent is kept", async () => {
    const claimId = await claimUnder("panel");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const vote = (person: Person, verdict: string) =>
      castVote(person.actor, toClaim(claimId), { verdict, rationale: "" });
    await expect(vote(desk.reviewer1, "true")).rejects.toMatchObject({ code: "conflict" });
    await vote(desk.reviewer2, "mixed");
    await expect(vote(desk.reviewer2, "true")).rejects.toMatchObject({ code: "conflict" });
    const { votes } = await getClaimDetail(desk.editor.actor, toClaim(claimId));
    expect(votes).toMatchObject([{ verdict: null, rationale: null }]);
    await vote(desk.editor, "true");
    expect(await vote(desk.owner, "true")).toEqual({ state: "ruled" });
    const { ruling } = await getClaimDetail(desk.owner.actor, toClaim(claimId));
    expect(ruling).toMatchObject({
      method: "panel",
      verdict: "true",
      dissent: [{ memberId: desk.reviewer2.memberId, verdict: "mixed" }],
    });
  });

  it("of five votes at once no more are counted than the panel has seats", async () => {
    const claimId = await claimUnder("panel");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const voters = await Promise.all(
      ["A", "B", "C", "D", "E"].map((name) =>
        createPerson(desk.workspaceId, { name, email: `${randomUUID()}@example.org`, role: "reviewer" }),
      ),
    );
    const verdicts = ["true", "false", "mixed", "satire", "opinion"];
    await Promise.allSettled(
      voters.map(({ actor }, i) =>
        castVote(actor, toClaim(claimId), { verdict: verdicts[i] ?? "true", rationale: "" }),
      ),
    );
    expect(await db().vote.count({ where: { claimId } })).toBe(3);
    expect(await stateOf(claimId)).toBe("disputed");
  });
});
