import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { assignInputSchema, type AssignInput } from "@/lib/core/assignments/assignment";
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
import { changeClaim } from "../claims/commands";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { listHistory } from "../events/queries";
import { castVote, reviewAnnotation } from "../review/commands";
import {
  assignClaims,
  declineAssignment,
  handOver,
  openWork,
  takeBackWork,
  withdrawAssignment,
} from "./commands";
import { returnAbandonedWork } from "./return-work";

let desk: Desk;
let third: Person;
beforeAll(async () => {
  desk = await createDesk();
  third = await createPerson(desk.workspaceId, {
    name: "Tom Three",
    email: `${randomUUID()}@example.org`,
    role: "reviewer",
  });
});

const here = () => ({ workspace: desk.slug });
const onClaim = (claimId: string) => ({ ...here(), claimId });

async function claimsUnder(policy: PolicyKind): Promise<readonly string[]> {
  return (await createArticle(desk, { policy })).claims.map(({ id }) => id);
}

const input = (claimIds: readonly string[], people: readonly Person[], more: Partial<AssignInput> = {}) =>
  assignInputSchema.parse({ claimIds, members: people.map(({ memberId }) => memberId), ...more });

async function assign(claimId: string, person: Person, more: Partial<AssignInput> = {}): Promise<string> {
  await assignClaims(desk.editor.actor, here(), input([claimId], [person], more));
  const { id } = await db().assignment.findFirstOrThrow({
    where: { claimId, memberId: person.memberId, endedAt: null },
  });
  return id;
}

const rowsOf = (claimId: string) =>
  db().assignment.findMany({ where: { claimId }, orderBy: { createdAt: "asc" } });
const mayAnnotate = async (person: Person, claimId: string) =>
  (await getClaimDetail(person.actor, onClaim(claimId))).steps.some(({ kind }) => kind === "annotate");

/** The time of every lease on this claim is over. */
const letLeasesRunOut = (claimId: string) =>
  db().assignment.updateMany({
    where: { claimId, leaseExpiresAt: { not: null } },
    data: { leaseExpiresAt: new Date(Date.now() - 1_000) },
  });

describe("giving work out", () => {
  it("by hand, in bulk, with a day; the member sees it, with who gave it", async () => {
    const claimIds = await claimsUnder("single");
    const dueAt = "2031-05-04T16:00:00.000Z";
    const result = await assignClaims(
      desk.editor.actor,
      here(),
      input(claimIds, [desk.reviewer1], { dueAt }),
    );
    expect(result).toMatchObject({
      outcome: "assigned",
      shares: [{ memberId: desk.reviewer1.memberId, count: claimIds.length }],
      short: [],
    });
    const { assignments } = await getClaimDetail(desk.reviewer1.actor, onClaim(claimIds[0] ?? ""));
    expect(assignments).toMatchObject([{ kind: "annotate", dueAt, assignedBy: { name: "Edgar" } }]);
    expect((await getClaimDetail(desk.reviewer2.actor, onClaim(claimIds[0] ?? ""))).assignments).toEqual([]);
  });

  it("evenly, after a preview that writes nothing; a plan that has changed meanwhile is not carried out", async () => {
    const claimIds = await claimsUnder("double_blind");
    const people = [desk.reviewer1, desk.reviewer2, third];
    const asked = input(claimIds, people, { spread: "evenly", perClaim: 2 });
    const preview = await assignClaims(desk.editor.actor, here(), { ...asked, dryRun: true });
    expect(preview).toMatchObject({ outcome: "planned", shares: [{ count: 2 }, { count: 2 }, { count: 2 }] });
    expect(await db().assignment.count({ where: { claimId: { in: [...claimIds] } } })).toBe(0);
    await assign(claimIds[0] ?? "", desk.reviewer1);
    const late = await assignClaims(desk.editor.actor, here(), { ...asked, plan: preview.plan });
    expect(late.outcome).toBe("stale");
    expect(await db().assignment.count({ where: { claimId: { in: [...claimIds] } } })).toBe(1);
    const again = await assignClaims(desk.editor.actor, here(), { ...asked, plan: late.plan });
    expect(again.outcome).toBe("assigned");
    expect(again.pairs).toEqual(late.pairs);
  });

  it("nobody gets the same twice, a double click assigns once, and two editors at once do neither", async () => {
    const [claimId = ""] = await claimsUnder("single");
    const actor = withKey(desk.editor.actor, randomUUID());
    const clicks = await Promise.all(
      [1, 2].map(() => assignClaims(actor, here(), input([claimId], [desk.reviewer1]))),
    );
    expect(clicks[0]).toEqual(clicks[1]);
    const [one, two] = await Promise.all(
      [desk.editor, desk.owner].map((editor) =>
        assignClaims(editor.actor, here(), input([claimId], [desk.reviewer2])),
      ),
    );
    expect([one?.pairs.length, two?.pairs.length].toSorted()).toEqual([0, 1]);
    expect(await rowsOf(claimId)).toHaveLength(2);
    const made = await db().event.count({ where: { claimId, type: "assignment.made" } });
    expect(made).toBe(2);
  });

  it("strangers, reviewers and viewers give nothing out; viewers and strangers are given nothing", async () => {
    const stranger = await createDesk("Elsewhere");
    const [claimId = ""] = await claimsUnder("single");
    const asked = input([claimId], [desk.reviewer1]);
    await expect(assignClaims(stranger.owner.actor, here(), asked)).rejects.toMatchObject({
      code: "not_found",
    });
    const across = { workspace: stranger.slug };
    await expect(
      assignClaims(stranger.owner.actor, across, input([claimId], [stranger.reviewer1])),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(assignClaims(desk.reviewer2.actor, here(), asked)).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const wrong of [desk.viewer, stranger.reviewer1]) {
      await expect(assignClaims(desk.editor.actor, here(), input([claimId], [wrong]))).rejects.toMatchObject({
        code: "bad_input",
      });
    }
    expect(await rowsOf(claimId)).toEqual([]);
  });
});

describe("work is over", () => {
  it("when the annotation is submitted, the review given, the vote cast", async () => {
    const [claimId = ""] = await claimsUnder("single");
    await assign(claimId, desk.reviewer1);
    await assign(claimId, desk.reviewer2, { kind: "review" });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true" });
    expect((await rowsOf(claimId)).map(({ outcome }) => outcome)).toEqual([null, null]);
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const annotation = await db().annotation.findFirstOrThrow({ where: { claimId } });
    const target = { ...here(), annotationId: annotation.id };
    const review: ReviewInput = { decision: "comment", reasons: [], comment: "Hm", version: 2 };
    await reviewAnnotation(desk.reviewer2.actor, target, review);
    expect((await rowsOf(claimId)).map(({ outcome }) => outcome)).toEqual(["completed", null]);
    await reviewAnnotation(desk.reviewer2.actor, target, { ...review, decision: "approve" });
    expect((await rowsOf(claimId)).map(({ outcome }) => outcome)).toEqual(["completed", "completed"]);
    const [voted = ""] = await claimsUnder("panel");
    for (const person of [desk.reviewer2, desk.editor, desk.owner]) {
      await assign(voted, person, { kind: "vote" });
    }
    await annotate(desk.slug, desk.reviewer1, voted, { verdict: "true", submit: true });
    for (const person of [desk.reviewer2, desk.editor]) {
      await castVote(person.actor, onClaim(voted), { verdict: "true", rationale: "" });
    }
    const outcomes = (await rowsOf(voted)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(["completed", "completed", "overtaken"]);
  });

  it("when the claim is not to be checked after all", async () => {
    const [claimId = ""] = await claimsUnder("single");
    await assign(claimId, desk.reviewer1);
    await changeClaim(desk.editor.actor, { ...onClaim(claimId), baseVersion: 1 }, { disposition: "opinion" });
    expect(await rowsOf(claimId)).toMatchObject([{ outcome: "overtaken" }]);
  });

  it("when it is declined with a reason, once; late and twice it is a conflict", async () => {
    const [claimId = ""] = await claimsUnder("single");
    const target = { ...here(), assignmentId: await assign(claimId, desk.reviewer1) };
    const decline = () => declineAssignment(desk.reviewer1.actor, target, { reason: "I wrote the article" });
    const tries = await Promise.allSettled([decline(), decline()]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(decline()).rejects.toMatchObject({ code: "conflict" });
    expect(await rowsOf(claimId)).toMatchObject([{ outcome: "declined", reason: "I wrote the article" }]);
    const { items } = await listHistory(desk.editor.actor, here(), { claim: claimId, limit: 10 });
    expect(items[0]).toMatchObject({ type: "assignment.declined", actor: { name: "Rita One" } });
    const { items: told } = await listHistory(desk.reviewer2.actor, here(), { claim: claimId, limit: 10 });
    expect(told.map(({ type }) => type)).not.toContain("assignment.declined");
  });

  it("when it is taken back or handed over; the colleague has it with its day", async () => {
    const [claimId = ""] = await claimsUnder("single");
    const dueAt = "2031-05-04T16:00:00.000Z";
    const target = { ...here(), assignmentId: await assign(claimId, desk.reviewer1, { dueAt }) };
    await handOver(desk.reviewer1.actor, target, { memberId: desk.reviewer2.memberId });
    await expect(handOver(desk.reviewer1.actor, target, { memberId: third.memberId })).rejects.toMatchObject({
      code: "conflict",
    });
    const rows = await rowsOf(claimId);
    expect(rows).toMatchObject([
      { outcome: "handed_over", memberId: desk.reviewer1.memberId },
      { outcome: null, memberId: desk.reviewer2.memberId, dueAt: new Date(dueAt) },
    ]);
    const given = { ...here(), assignmentId: rows[1]?.id ?? "" };
    await expect(withdrawAssignment(desk.reviewer2.actor, given)).rejects.toMatchObject({
      code: "forbidden",
    });
    await withdrawAssignment(desk.editor.actor, given);
    await expect(withdrawAssignment(desk.editor.actor, given)).rejects.toMatchObject({ code: "conflict" });
    expect((await rowsOf(claimId))[1]).toMatchObject({ outcome: "withdrawn" });
  });

  it("to others it is not there: a colleague declines and hands over nothing of mine, a stranger sees nothing", async () => {
    const [claimId = ""] = await claimsUnder("single");
    const target = { ...here(), assignmentId: await assign(claimId, desk.reviewer1) };
    const stranger = await createDesk("Elsewhere");
    const tries = [
      () => declineAssignment(desk.reviewer2.actor, target, { reason: "x" }),
      () => handOver(desk.reviewer2.actor, target, { memberId: third.memberId }),
      () => declineAssignment(desk.editor.actor, target, { reason: "x" }),
      () => withdrawAssignment(stranger.owner.actor, { ...target, workspace: stranger.slug }),
      () => handOver(stranger.owner.actor, target, { memberId: stranger.reviewer1.memberId }),
      () => openWork(stranger.owner.actor, { workspace: stranger.slug, claimId }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    expect(await rowsOf(claimId)).toMatchObject([{ outcome: null }]);
  });

  it("a claim is not handed over to its own author as reviewer", async () => {
    const [claimId = ""] = await claimsUnder("single");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    const target = { ...here(), assignmentId: await assign(claimId, desk.reviewer2, { kind: "review" }) };
    await expect(
      handOver(desk.editor.actor, target, { memberId: desk.reviewer1.memberId }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await rowsOf(claimId)).toMatchObject([{ outcome: null }]);
  });
});

describe("leases", () => {
  it("opening begins one, working prolongs it, and when it runs out the work goes back; nothing written is lost", async () => {
    const [claimId = ""] = await claimsUnder("double_blind");
    await assign(claimId, desk.reviewer1);
    expect(await rowsOf(claimId)).toMatchObject([{ leaseExpiresAt: null }]);
    expect(await openWork(desk.reviewer1.actor, onClaim(claimId))).toEqual({ kept: ["annotate"] });
    expect(await openWork(desk.reviewer2.actor, onClaim(claimId))).toEqual({ kept: [] });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", rationale: "Half a thought" });
    await letLeasesRunOut(claimId);
    expect(await returnAbandonedWork(new Date())).toBe(1);
    expect(await returnAbandonedWork(new Date())).toBe(0);
    expect(await rowsOf(claimId)).toMatchObject([{ outcome: "lapsed" }]);
    const { own } = await getClaimDetail(desk.reviewer1.actor, onClaim(claimId));
    expect(own.content.rationale).toBe("Half a thought");
    // The place is free again, for the same member too.
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
  });

  it("a place in a blind pair is taken by beginning, and free again when the time is over, swept or not", async () => {
    const [claimId = ""] = await claimsUnder("double_blind");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true" });
    await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "true" });
    expect(await mayAnnotate(third, claimId)).toBe(false);
    await letLeasesRunOut(claimId);
    expect(await mayAnnotate(third, claimId)).toBe(true);
    await annotate(desk.slug, third, claimId, { verdict: "false", submit: true });
    await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "false", submit: true });
    // Two are in: the one who was away too long keeps the words, and has no place.
    expect(await mayAnnotate(desk.reviewer1, claimId)).toBe(false);
    const late = annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    const submitted = { claimId, submittedVersion: { not: null } };
    expect(await db().annotation.count({ where: submitted })).toBe(2);
  });

  it("of three who begin at once on a pair, two have a place", async () => {
    const [claimId = ""] = await claimsUnder("blind_check");
    const tries = await Promise.allSettled(
      [desk.reviewer1, desk.reviewer2, third].map((person) =>
        annotate(desk.slug, person, claimId, { verdict: "true" }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(await rowsOf(claimId)).toHaveLength(2);
  });

  it("what an editor gives holds a place before anything is written", async () => {
    const [claimId = ""] = await claimsUnder("double_blind");
    await assignClaims(desk.editor.actor, here(), input([claimId], [desk.reviewer1, desk.reviewer2]));
    expect(await mayAnnotate(third, claimId)).toBe(false);
    expect(await mayAnnotate(desk.reviewer2, claimId)).toBe(true);
    await db().member.update({
      where: { workspaceId_id: { workspaceId: desk.workspaceId, id: desk.reviewer2.memberId } },
      data: { removedAt: new Date() },
    });
    expect(await mayAnnotate(third, claimId)).toBe(true);
    expect(await returnAbandonedWork(new Date())).toBeGreaterThan(0);
    expect((await rowsOf(claimId)).map(({ outcome }) => outcome).toSorted()).toEqual(["lapsed", null]);
    await db().member.update({
      where: { workspaceId_id: { workspaceId: desk.workspaceId, id: desk.reviewer2.memberId } },
      data: { removedAt: null },
    });
  });

  it("the sweep and a submission at once: one of them, and never both", async () => {
    const [claimId = ""] = await claimsUnder("single");
    await assign(claimId, desk.reviewer1);
    await openWork(desk.reviewer1.actor, onClaim(claimId));
    await letLeasesRunOut(claimId);
    await Promise.all([
      annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true }),
      returnAbandonedWork(new Date()),
    ]);
    const [row] = await rowsOf(claimId);
    expect(["completed", "lapsed"]).toContain(row?.outcome);
    const lapses = await db().event.count({ where: { claimId, type: "assignment.lapsed" } });
    expect(lapses).toBe(row?.outcome === "lapsed" ? 1 : 0);
  });
});

describe("taking back what was given to many", () => {
  const work = (claimIds: readonly string[], people: readonly Person[]) => ({
    work: claimIds.flatMap((claimId) => people.map(({ memberId }) => ({ claimId, memberId }))),
    kind: "annotate" as const,
  });

  it("ends it all, with one line of history each; a double click ends it once", async () => {
    const claimIds = await claimsUnder("single");
    const dueAt = "2031-05-04T16:00:00.000Z";
    const people = [desk.reviewer1, desk.reviewer2];
    await assignClaims(desk.editor.actor, here(), input(claimIds, people, { dueAt }));
    const actor = withKey(desk.editor.actor, randomUUID());
    const [one, two] = await Promise.all(
      [1, 2].map(() => takeBackWork(actor, here(), work(claimIds, people))),
    );
    expect(one).toEqual(two);
    expect(one?.taken).toHaveLength(claimIds.length * 2);
    expect(new Set(one?.taken.map((taken) => taken.dueAt))).toEqual(new Set([dueAt]));
    const open = await db().assignment.count({ where: { claimId: { in: [...claimIds] }, endedAt: null } });
    const told = await db().event.count({
      where: { claimId: { in: [...claimIds] }, type: "assignment.withdrawn" },
    });
    expect([open, told]).toEqual([0, claimIds.length * 2]);
    expect(await takeBackWork(desk.editor.actor, here(), work(claimIds, people))).toEqual({ taken: [] });
    await assignClaims(desk.editor.actor, here(), input(claimIds, [desk.reviewer1]));
    expect(await db().assignment.count({ where: { claimId: { in: [...claimIds] }, endedAt: null } })).toBe(
      claimIds.length,
    );
  });

  it("leaves alone what somebody has given anew, handed over, declined or done since", async () => {
    const [anew = "", over = "", declined = "", done = "", left = ""] = [
      ...(await claimsUnder("single")),
      ...(await claimsUnder("single")),
    ];
    const claimIds = [anew, over, declined, done, left];
    await assignClaims(desk.editor.actor, here(), input(claimIds, [desk.reviewer1]));
    const idOn = async (claimId: string) => ({
      ...here(),
      assignmentId: (await db().assignment.findFirstOrThrow({ where: { claimId } })).id,
    });
    await withdrawAssignment(desk.owner.actor, await idOn(anew));
    await assignClaims(desk.owner.actor, here(), input([anew], [desk.reviewer1]));
    await handOver(desk.reviewer1.actor, await idOn(over), { memberId: desk.reviewer2.memberId });
    await declineAssignment(desk.reviewer1.actor, await idOn(declined), { reason: "Away" });
    await annotate(desk.slug, desk.reviewer1, done, { verdict: "true", submit: true });
    const before = await Promise.all([anew, over, declined, done].map(rowsOf));
    const { taken } = await takeBackWork(desk.editor.actor, here(), work(claimIds, [desk.reviewer1]));
    expect(taken.map(({ claimId }) => claimId)).toEqual([left]);
    expect(await Promise.all([anew, over, declined, done].map(rowsOf))).toEqual(before);
  });

  it("leaves who has begun their place, and keeps what they have written", async () => {
    const [claimId = ""] = await claimsUnder("double_blind");
    await assignClaims(desk.editor.actor, here(), input([claimId], [desk.reviewer1]));
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true" });
    const { taken } = await takeBackWork(desk.editor.actor, here(), work([claimId], [desk.reviewer1]));
    expect(taken).toHaveLength(1);
    expect(await rowsOf(claimId)).toMatchObject([{ assignedById: desk.reviewer1.memberId, outcome: null }]);
    expect(await mayAnnotate(desk.reviewer1, claimId)).toBe(true);
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "false", submit: true });
  });

  it("is not for strangers, reviewers or viewers, and not across desks", async () => {
    const stranger = await createDesk("Elsewhere");
    const claimIds = await claimsUnder("single");
    const asked = work(claimIds, [desk.reviewer1]);
    await assignClaims(desk.editor.actor, here(), input(claimIds, [desk.reviewer1]));
    const notFound = { code: "not_found" };
    await expect(takeBackWork(stranger.owner.actor, here(), asked)).rejects.toMatchObject(notFound);
    const across = { workspace: stranger.slug };
    await expect(takeBackWork(stranger.owner.actor, across, asked)).rejects.toMatchObject(notFound);
    for (const person of [desk.reviewer1, desk.viewer]) {
      await expect(takeBackWork(person.actor, here(), asked)).rejects.toMatchObject({ code: "forbidden" });
    }
    const open = await db().assignment.count({ where: { claimId: { in: [...claimIds] }, endedAt: null } });
    expect(open).toBe(claimIds.length);
  });
});
