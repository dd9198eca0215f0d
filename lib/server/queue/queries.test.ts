import { beforeAll, describe, expect, it } from "vitest";
import { assignInputSchema, type AssignInput } from "@/lib/core/assignments/assignment";
import { queueKinds, type QueueKind } from "@/lib/core/queue/queue";
import { annotate, createArticle, createDesk, type Desk, type Person } from "@/seeds/factories";
import { assignClaims, declineAssignment } from "../assignments/commands";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { resolveNote, writeNote } from "../notes/commands";
import { castVote, reviewAnnotation } from "../review/commands";
import { countQueue, listQueue, listUrgent, type QueueQuery } from "./queries";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const here = () => ({ workspace: desk.slug });
const newClaims = async (policy: "single" | "blind_check" | "double_blind" | "panel" = "single") =>
  (await createArticle(desk, { policy })).claims.map(({ id }) => id);

async function waiting(person: Person, kind: QueueKind, more: Partial<QueueQuery> = {}) {
  const { items } = await listQueue(person.actor, here(), { kind, limit: 500, ...more });
  return items;
}
const idsOf = async (person: Person, kind: QueueKind) =>
  (await waiting(person, kind)).map(({ claim }) => claim.id);

async function assign(claimIds: readonly string[], person: Person, more: Partial<AssignInput> = {}) {
  const input = assignInputSchema.parse({ claimIds, members: [person.memberId], ...more });
  await assignClaims(desk.editor.actor, here(), input);
}

async function submittedBy(person: Person, claimId: string): Promise<string> {
  await annotate(desk.slug, person, claimId, { verdict: "true", submit: true });
  const { own } = await getClaimDetail(person.actor, { ...here(), claimId });
  return own.id ?? "";
}

describe("the queue", () => {
  it("assigned: what is due first comes first, in pages that neither repeat nor leave out", async () => {
    const [a = "", b = "", c = ""] = await newClaims();
    const [d = "", e = ""] = await newClaims();
    await assign([a], desk.reviewer1);
    await assign([b], desk.reviewer1, { dueAt: "2031-05-04T16:00:00.000Z" });
    await assign([c, d], desk.reviewer1, { dueAt: "2030-05-04T16:00:00.000Z" });
    await assign([e], desk.reviewer1);
    const all = (await waiting(desk.reviewer1, "assigned")).map(({ claim }) => claim.id);
    expect(all.slice(0, 2).toSorted()).toEqual([c, d].toSorted());
    expect(all[2]).toBe(b);
    expect(all.slice(3).toSorted()).toEqual([a, e].toSorted());
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listQueue(desk.reviewer1.actor, here(), { kind: "assigned", limit: 1, cursor });
      paged.push(...page.items.map(({ claim }) => claim.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(all);
    expect((await waiting(desk.reviewer1, "assigned"))[0]?.assignment).toMatchObject({
      kind: "annotate",
      member: "Edgar",
      dueAt: "2030-05-04T16:00:00.000Z",
    });
    expect(await idsOf(desk.reviewer2, "assigned")).toEqual([]);
  });

  it("unassigned, for editors: in the order of the text, of one article if asked, until somebody is given it", async () => {
    const article = await createArticle(desk);
    const ids = article.claims.map(({ id }) => id);
    const listed = async () =>
      (await waiting(desk.editor, "unassigned", { article: article.id })).map(({ claim }) => claim.id);
    expect(await listed()).toEqual(ids);
    await assign([ids[1] ?? ""], desk.reviewer2);
    expect(await listed()).toEqual([ids[0], ids[2]]);
    const first = await listQueue(desk.editor.actor, here(), {
      kind: "unassigned",
      article: article.id,
      limit: 1,
    });
    const cursor = first.nextCursor ?? undefined;
    const rest = await waiting(desk.editor, "unassigned", { article: article.id, cursor });
    expect(rest.map(({ claim }) => claim.id)).toEqual([ids[2]]);
  });

  it("changes requested of me, until I have handed in again; not of others", async () => {
    const [claimId = ""] = await newClaims();
    const annotationId = await submittedBy(desk.reviewer1, claimId);
    await submittedBy(desk.reviewer2, claimId);
    const target = { ...here(), annotationId };
    await reviewAnnotation(desk.editor.actor, target, {
      decision: "request_changes",
      reasons: ["wording"],
      comment: "",
      version: 1,
    });
    expect(await idsOf(desk.reviewer1, "changes_requested")).toContain(claimId);
    expect(await idsOf(desk.reviewer2, "changes_requested")).not.toContain(claimId);
    await submittedBy(desk.reviewer1, claimId);
    expect(await idsOf(desk.reviewer1, "changes_requested")).not.toContain(claimId);
  });

  it("mentions, until answered or resolved; viewers and strangers are never mentioned", async () => {
    const [claimId = ""] = await newClaims();
    const target = { ...here(), claimId };
    const words = "@Rui Two and @Vera: metres or yards? @Edgar too";
    const { id: noteId } = await writeNote(desk.reviewer1.actor, target, { body: words });
    expect(await waiting(desk.reviewer2, "mentions")).toMatchObject([
      { claim: { id: claimId }, note: { id: noteId, author: "Rita One", body: words } },
    ]);
    expect(await db().noteMention.count({ where: { noteId, memberId: desk.viewer.memberId } })).toBe(0);
    expect(await waiting(desk.viewer, "mentions")).toEqual([]);
    await writeNote(desk.reviewer2.actor, target, { body: "Metres.", parentId: noteId });
    expect(await waiting(desk.reviewer2, "mentions")).toEqual([]);
    expect(await waiting(desk.editor, "mentions")).toHaveLength(1);
    await resolveNote(desk.reviewer1.actor, { ...here(), noteId }, { resolved: true });
    expect(await waiting(desk.editor, "mentions")).toEqual([]);
  });

  it("to review: others' submissions, not those that a colleague was given to review", async () => {
    const [mine = "", theirs = "", given = ""] = await newClaims();
    await submittedBy(desk.reviewer1, mine);
    await submittedBy(desk.reviewer2, theirs);
    await submittedBy(desk.reviewer2, given);
    await assign([given], desk.editor, { kind: "review" });
    const ids = await idsOf(desk.reviewer1, "to_review");
    expect(ids).toContain(theirs);
    expect(ids).not.toContain(mine);
    expect(ids).not.toContain(given);
    const [panel = ""] = await newClaims("panel");
    await submittedBy(desk.reviewer2, panel);
    expect(await idsOf(desk.reviewer1, "to_review")).toContain(panel);
    await castVote(desk.reviewer1.actor, { ...here(), claimId: panel }, { verdict: "true", rationale: "" });
    expect(await idsOf(desk.reviewer1, "to_review")).not.toContain(panel);
  });

  it("to review from the evidence alone: while a place in the pair is free", async () => {
    const [claimId = ""] = await newClaims("blind_check");
    await submittedBy(desk.reviewer1, claimId);
    expect(await idsOf(desk.reviewer2, "to_review")).toContain(claimId);
    await assign([claimId], desk.editor);
    expect(await idsOf(desk.reviewer2, "to_review")).not.toContain(claimId);
  });

  it("disputed: for editors who are no party", async () => {
    const [claimId = ""] = await newClaims("double_blind");
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    await annotate(desk.slug, desk.editor, claimId, { verdict: "false", submit: true });
    expect(await idsOf(desk.owner, "disputed")).toEqual([claimId]);
    expect(await idsOf(desk.editor, "disputed")).toEqual([]);
    expect(await idsOf(desk.reviewer2, "disputed")).toEqual([]);
  });

  it("stale: for whoever judged the old words, and for editors", async () => {
    const [claimId = ""] = await newClaims();
    await submittedBy(desk.reviewer1, claimId);
    await db().claim.updateMany({ where: { id: claimId }, data: { staleAt: new Date(), state: "stale" } });
    expect(await idsOf(desk.reviewer1, "stale")).toEqual([claimId]);
    expect(await idsOf(desk.editor, "stale")).toEqual([claimId]);
    expect(await idsOf(desk.reviewer2, "stale")).toEqual([]);
  });

  it("returned: what was declined comes back to editors with its reason, until somebody else has it", async () => {
    const [claimId = ""] = await newClaims("double_blind");
    // The other of the pair has been given it too, and keeps it.
    await assign([claimId], desk.reviewer2);
    await assign([claimId], desk.owner);
    const { assignments } = await getClaimDetail(desk.reviewer2.actor, { ...here(), claimId });
    const target = { ...here(), assignmentId: assignments[0]?.id ?? "" };
    await declineAssignment(desk.reviewer2.actor, target, { reason: "My cousin is quoted" });
    expect(await waiting(desk.editor, "returned")).toMatchObject([
      { claim: { id: claimId }, assignment: { member: "Rui Two", reason: "My cousin is quoted" } },
    ]);
    await assign([claimId], desk.reviewer1);
    expect(await waiting(desk.editor, "returned")).toEqual([]);
  });

  it("counts what it lists, and begins with the most urgent", async () => {
    const counts = await countQueue(desk.editor.actor, here());
    for (const kind of queueKinds) {
      expect(counts[kind]).toBe(Math.min(100, (await waiting(desk.editor, kind)).length));
    }
    const urgent = await listUrgent(desk.owner.actor, here(), 3);
    expect(urgent.length).toBeLessThanOrEqual(3);
    expect(urgent[0]?.kind).toBe("disputed");
  });

  it("is empty for viewers, not there for strangers, and takes no other list's cursor", async () => {
    const stranger = await createDesk("Elsewhere");
    expect(await countQueue(desk.viewer.actor, here())).toEqual({});
    for (const kind of queueKinds) {
      expect(await waiting(desk.viewer, kind)).toEqual([]);
      await expect(listQueue(stranger.owner.actor, here(), { kind, limit: 5 })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    const cursor = "2030-05-04T16:00:00.000Z~nonsense";
    await expect(
      listQueue(desk.editor.actor, here(), { kind: "returned", limit: 5, cursor }),
    ).rejects.toMatchObject({ code: "bad_input" });
  });
});
