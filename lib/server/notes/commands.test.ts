import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createArticle, createDesk, withKey, type Desk } from "@/seeds/factories";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { resolveNote, writeNote } from "./commands";

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
