import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { assignInputSchema } from "@/lib/core/assignments/assignment";
import type { ReviewInput } from "@/lib/core/annotations/annotation";
import type { PolicyKind } from "@/lib/core/review/policy";
import { annotate, createArticle, createDesk, withKey, type Desk, type Person } from "@/seeds/factories";
import { assignClaims, handOver } from "../assignments/commands";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { openBell } from "../events/stream";
import { writeNote } from "../notes/commands";
import { adjudicate, castVote, reviewAnnotation } from "../review/commands";
import { markRead, saveDelivery } from "./commands";
import { countUnread, getDelivery, listNotifications } from "./queries";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const here = () => ({ workspace: desk.slug });
const claimsUnder = async (policy: PolicyKind = "single") =>
  (await createArticle(desk, { policy })).claims.map(({ id }) => id);

async function assign(claimIds: readonly string[], people: readonly Person[]) {
  const input = assignInputSchema.parse({ claimIds, members: people.map(({ memberId }) => memberId) });
  await assignClaims(desk.editor.actor, here(), input);
}

/** What somebody was told of a claim, oldest first. */
async function told(person: Person, claimId: string): Promise<readonly string[]> {
  const { items } = await listNotifications(person.actor, here(), { limit: 500 });
  return items
    .filter(({ claim }) => claim.id === claimId)
    .map(({ kind }) => kind)
    .toReversed();
}

async function submit(person: Person, claimId: string, verdict = "true"): Promise<string> {
  await annotate(desk.slug, person, claimId, { verdict, submit: true });
  const { own } = await getClaimDetail(person.actor, { ...here(), claimId });
  return own.id ?? "";
}

const approval: ReviewInput = { decision: "approve", reasons: [], comment: "", version: 1 };

describe("members are told", () => {
  it("what they are given, many of an article at once, and what is handed to them", async () => {
    const claimIds = await claimsUnder();
    const [claimId = ""] = claimIds;
    await assign(claimIds, [desk.reviewer1, desk.editor]);
    const { items } = await listNotifications(desk.reviewer1.actor, here(), { limit: 1 });
    expect(items).toMatchObject([{ kind: "assigned", count: 3, actor: "Edgar", read: false }]);
    expect(await told(desk.editor, claimId)).toEqual([]);
    const { assignments } = await getClaimDetail(desk.reviewer1.actor, { ...here(), claimId });
    const target = { ...here(), assignmentId: assignments[0]?.id ?? "" };
    await handOver(desk.reviewer1.actor, target, { memberId: desk.reviewer2.memberId });
    expect(await told(desk.reviewer2, claimId)).toEqual(["assigned"]);
  });

  it("who mentions them, not that they mention themselves", async () => {
    const [claimId = ""] = await claimsUnder();
    const body = "@Rui Two @Rita One @Vera";
    await writeNote(desk.reviewer1.actor, { ...here(), claimId }, { body });
    expect(await told(desk.reviewer2, claimId)).toEqual(["mentioned"]);
    expect(await told(desk.reviewer1, claimId)).toEqual([]);
    expect(await told(desk.viewer, claimId)).toEqual([]);
  });

  it("that changes are asked for, and the ruling, if they had a part in it", async () => {
    const [claimId = ""] = await claimsUnder();
    const annotationId = await submit(desk.reviewer1, claimId);
    const target = { ...here(), annotationId };
    await reviewAnnotation(desk.reviewer2.actor, target, {
      ...approval,
      decision: "request_changes",
      reasons: ["wording"],
    });
    expect(await told(desk.reviewer1, claimId)).toEqual(["changes_requested"]);
    await submit(desk.reviewer1, claimId, "mixed");
    await reviewAnnotation(desk.editor.actor, target, { ...approval, version: 2 });
    expect(await told(desk.reviewer1, claimId)).toEqual(["changes_requested", "ruled"]);
    expect(await told(desk.reviewer2, claimId)).toEqual(["ruled"]);
    expect(await told(desk.editor, claimId)).toEqual([]);
    expect(await told(desk.owner, claimId)).toEqual([]);
  });

  it("of a dispute once both of a blind pair are in, and nothing before", async () => {
    const [claimId = ""] = await claimsUnder("double_blind");
    await submit(desk.reviewer1, claimId, "true");
    for (const person of [desk.reviewer1, desk.reviewer2, desk.editor, desk.owner]) {
      expect(await told(person, claimId)).toEqual([]);
    }
    await submit(desk.reviewer2, claimId, "false");
    expect(await told(desk.reviewer1, claimId)).toEqual(["disputed"]);
    expect(await told(desk.editor, claimId)).toEqual(["disputed"]);
    await adjudicate(desk.owner.actor, { ...here(), claimId }, { verdict: "mixed", rationale: "Half" });
    expect(await told(desk.reviewer2, claimId)).toEqual(["ruled"]);
  });

  it("of a panel's ruling, voters too", async () => {
    const [claimId = ""] = await claimsUnder("panel");
    await submit(desk.reviewer1, claimId);
    for (const { actor } of [desk.reviewer2, desk.editor]) {
      await castVote(actor, { ...here(), claimId }, { verdict: "true", rationale: "" });
    }
    expect(await told(desk.reviewer1, claimId)).toEqual(["ruled"]);
    expect(await told(desk.reviewer2, claimId)).toEqual(["ruled"]);
  });

  it("not what they do not want, and with a change that is refused nothing", async () => {
    const [claimId = ""] = await claimsUnder();
    const { settings } = await getDelivery(desk.reviewer2.actor, here());
    await saveDelivery(desk.reviewer2.actor, here(), { ...settings, mentioned: "off" });
    await writeNote(desk.reviewer1.actor, { ...here(), claimId }, { body: "@Rui Two" });
    expect(await told(desk.reviewer2, claimId)).toEqual([]);
    await saveDelivery(desk.reviewer2.actor, here(), settings);
    const parentId = randomUUID();
    await expect(
      writeNote(desk.reviewer1.actor, { ...here(), claimId }, { body: "@Rui Two", parentId }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await told(desk.reviewer2, claimId)).toEqual([]);
  });

  it("once for a double click", async () => {
    const [claimId = ""] = await claimsUnder();
    const actor = withKey(desk.reviewer1.actor, randomUUID());
    await Promise.all([1, 2].map(() => writeNote(actor, { ...here(), claimId }, { body: "@Rui Two" })));
    expect(await told(desk.reviewer2, claimId)).toEqual(["mentioned"]);
  });
});

describe("what is read", () => {
  it("is counted no more; all up to one that was seen, and none that came later", async () => {
    const [a = "", b = ""] = await claimsUnder();
    const note = (claimId: string) =>
      writeNote(desk.reviewer1.actor, { ...here(), claimId }, { body: "@Olga" });
    await note(a);
    const { items } = await listNotifications(desk.owner.actor, here(), { limit: 1 });
    const newest = items[0]?.id ?? "";
    await note(b);
    expect(await countUnread(desk.owner.actor, here())).toBeGreaterThanOrEqual(2);
    expect(await markRead(desk.owner.actor, here(), { upTo: newest })).toEqual({ unread: 1 });
    expect(await markRead(desk.owner.actor, here(), { upTo: newest })).toEqual({ unread: 1 });
    const page = await listNotifications(desk.owner.actor, here(), { limit: 2 });
    expect(page.items.map(({ read }) => read)).toEqual([false, true]);
    const older = await listNotifications(desk.owner.actor, here(), {
      limit: 1,
      cursor: page.items[0]?.id,
    });
    expect(older.items[0]?.id).toBe(newest);
  });

  it("is each member's own: others' ids change nothing, and strangers get nothing", async () => {
    const [claimId = ""] = await claimsUnder();
    await writeNote(desk.reviewer1.actor, { ...here(), claimId }, { body: "@Rui Two" });
    const { items } = await listNotifications(desk.reviewer2.actor, here(), { limit: 1 });
    const ids = items.map(({ id }) => id);
    await markRead(desk.editor.actor, here(), { ids });
    const row = await db().notification.findFirstOrThrow({ where: { id: { in: ids } } });
    expect(row.readAt).toBeNull();
    const stranger = await createDesk("Elsewhere");
    await markRead(stranger.owner.actor, { workspace: stranger.slug }, { ids });
    for (const attempt of [
      () => listNotifications(stranger.owner.actor, here(), { limit: 5 }),
      () => markRead(stranger.owner.actor, here(), { ids }),
      () => countUnread(stranger.owner.actor, here()),
      () => getDelivery(stranger.owner.actor, here()),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await db().notification.findFirstOrThrow({ where: { id: { in: ids } } })).readAt).toBeNull();
  });
});

describe("the bell", () => {
  const open: AbortController[] = [];
  afterEach(() => {
    for (const controller of open.splice(0)) controller.abort();
  });

  async function listen(person: Person) {
    const controller = new AbortController();
    open.push(controller);
    const findActor = () => Promise.resolve(person.actor);
    const stream = await openBell({ workspace: desk.slug, findActor, signal: controller.signal });
    const reader = stream.getReader();
    const decoder = new TextDecoder();
    return async (): Promise<number> => {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) throw new Error("the stream ended");
        const unread = /^data: \{"unread":(\d+)\}$/m.exec(decoder.decode(value))?.[1];
        if (unread !== undefined) return Number(unread);
      }
    };
  }

  it("tells every page of the member what is unread, also what another one has read; nothing of others'", async () => {
    const [claimId = ""] = await claimsUnder();
    const [one, two] = [await listen(desk.reviewer2), await listen(desk.reviewer2)];
    const before = await one();
    expect(await two()).toBe(before);
    await writeNote(desk.reviewer2.actor, { ...here(), claimId }, { body: "@Rita One" });
    await writeNote(desk.reviewer1.actor, { ...here(), claimId }, { body: "@Rui Two" });
    expect([await one(), await two()]).toEqual([before + 1, before + 1]);
    const { items } = await listNotifications(desk.reviewer2.actor, here(), { limit: 1 });
    await markRead(desk.reviewer2.actor, here(), { upTo: items[0]?.id ?? "" });
    expect([await one(), await two()]).toEqual([0, 0]);
  });
});
