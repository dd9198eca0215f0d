import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createArticle, createDesk, createPerson, withKey, type Desk } from "@/seeds/factories";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { changeNote, resolveNote, writeNote } from "./commands";

let desk: Desk;
let stranger: Desk;
let claimId: string;
let otherClaimId: string;
beforeAll(async () => {
  [desk, stranger] = await Promise.all([createDesk(), createDesk()]);
  const { claims } = await createArticle(desk);
  claimId = claims[0]?.id ?? "";
  otherClaimId = claims[1]?.id ?? "";
});

const onClaim = () => ({ workspace: desk.slug, claimId });

describe("notes", () => {
  it("are answered, resolved and reopened", async () => {
    const { id: noteId } = await writeNote(desk.reviewer1.actor, onClaim(), { body: "Metres or yards?" });
    await writeNote(desk.editor.actor, onClaim(), { body: "Metres.", parentId: noteId });
    await resolveNote(desk.editor.actor, { workspace: desk.slug, noteId }, { resolved: true });
    const { notes } = await getClaimDetail(desk.reviewer2.actor, onClaim());
    expect(notes).toMatchObject([
      { id: noteId, resolved: true, author: { name: "Rita One" } },
      { parentId: noteId, body: "Metres.", resolved: false },
    ]);
    await resolveNote(desk.editor.actor, { workspace: desk.slug, noteId }, { resolved: false });
    expect((await getClaimDetail(desk.reviewer2.actor, onClaim())).claim.openNotes).toBe(1);
  });

  it("a double click writes one note, and resolving twice tells one event", async () => {
    const actor = withKey(desk.reviewer1.actor, randomUUID());
    const [one, two] = await Promise.all([1, 2].map(() => writeNote(actor, onClaim(), { body: "Once" })));
    expect(one).toEqual(two);
    const noteId = one?.id ?? "";
    const resolve = () =>
      resolveNote(desk.editor.actor, { workspace: desk.slug, noteId }, { resolved: true });
    await Promise.all([resolve(), resolve()]);
    expect(await db().event.count({ where: { entityId: noteId, type: "note.resolved" } })).toBe(1);
  });

  it("strangers and viewers neither write nor resolve nor read them", async () => {
    const { id: noteId } = await writeNote(desk.reviewer1.actor, onClaim(), { body: "Ours" });
    const across = { workspace: stranger.slug, claimId };
    await expect(writeNote(stranger.owner.actor, across, { body: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      resolveNote(stranger.owner.actor, { workspace: stranger.slug, noteId }, { resolved: true }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(writeNote(desk.viewer.actor, onClaim(), { body: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await getClaimDetail(desk.viewer.actor, onClaim())).notes).toEqual([]);
  });

  it("an answer to a note of another claim is refused", async () => {
    const { id: parentId } = await writeNote(desk.reviewer1.actor, onClaim(), { body: "Here" });
    const elsewhere = { workspace: desk.slug, claimId: otherClaimId };
    await expect(
      writeNote(desk.reviewer1.actor, elsewhere, { body: "There", parentId }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("changing a note", () => {
  const write = async (body: string, more = {}) =>
    (await writeNote(desk.reviewer1.actor, onClaim(), { body, ...more })).id;
  const change = (noteId: string, baseVersion: number, body: string, actor = desk.reviewer1.actor) =>
    changeNote(actor, { workspace: desk.slug, noteId, baseVersion }, { body });
  const read = async (noteId: string) =>
    (await getClaimDetail(desk.editor.actor, onClaim())).notes.find(({ id }) => id === noteId);

  it("is marked, and of two who save at once one is told what the other saved", async () => {
    const noteId = await write("Metres?");
    const outcomes = await Promise.all([change(noteId, 1, "Yards?"), change(noteId, 1, "Feet?")]);
    const saved = outcomes.find(({ outcome }) => outcome === "saved");
    const stale = outcomes.find(({ outcome }) => outcome === "stale");
    expect(saved).toMatchObject({ version: 2 });
    const note = await read(noteId);
    expect(note).toMatchObject({ version: 2 });
    expect(note?.editedAt).not.toBeNull();
    expect(stale).toMatchObject({ note: { body: note?.body, version: 2 } });
    expect(await db().event.count({ where: { entityId: noteId, type: "note.changed" } })).toBe(1);
  });

  it("a double click saves once", async () => {
    const noteId = await write("Metres?");
    const actor = withKey(desk.reviewer1.actor, randomUUID());
    const [one, two] = await Promise.all([1, 2].map(() => change(noteId, 1, "Yards?", actor)));
    expect(one).toEqual({ outcome: "saved", version: 2 });
    expect(two).toEqual(one);
  });

  it("is its author's alone, and strangers find nothing", async () => {
    const noteId = await write("Ours");
    await expect(change(noteId, 1, "x", desk.owner.actor)).rejects.toMatchObject({ code: "forbidden" });
    const notFound = { code: "not_found" };
    await expect(change(noteId, 1, "x", stranger.owner.actor)).rejects.toMatchObject(notFound);
    await expect(
      changeNote(stranger.owner.actor, { workspace: stranger.slug, noteId, baseVersion: 1 }, { body: "x" }),
    ).rejects.toMatchObject(notFound);
    expect(await read(noteId)).toMatchObject({ body: "Ours", version: 1, editedAt: null });
  });

  it("tells those who are called for the first time, one of two of the same name", async () => {
    const kim = (email: string) => createPerson(desk.workspaceId, { name: "Kim", email, role: "reviewer" });
    const tail = randomUUID().slice(0, 8);
    const [lee, ray] = [await kim(`lee.${tail}@example.org`), await kim(`ray.${tail}@example.org`)];
    const noteId = await write(`@Kim (lee.${tail}) knows`);
    await change(noteId, 1, `@Kim (lee.${tail}) and @Kim (ray.${tail}) know`);
    const told = await db().notification.findMany({
      where: { memberId: { in: [lee.memberId, ray.memberId] }, kind: "mentioned" },
    });
    expect(told.map(({ memberId }) => memberId)).toEqual([lee.memberId, ray.memberId]);
    expect((await read(noteId))?.mentions.map(({ name }) => name)).toContain(`Kim (ray.${tail})`);
  });

  it("can be about words of the claim, if the claim has them there", async () => {
    const about = { quote: "112 metres", start: "The bridge is ".length };
    const noteId = await write("Yards?", { about });
    expect(await read(noteId)).toMatchObject({ about });
    await expect(write("Yards?", { about: { ...about, start: 3 } })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("takes 100,000 characters as they are", async () => {
    const body = "\u202e<script>alert(1)</script> \u{1f309}\u200b "
      .repeat(2_600)
      .slice(0, 100_000)
      .toWellFormed();
    const noteId = await write("x");
    await change(noteId, 1, body);
    expect((await read(noteId))?.body).toBe(body);
  });
});
