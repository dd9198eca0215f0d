import "server-only";
import { callable } from "@/lib/core/notes/handles";
import type { AboutWords, Note, NoteChange, NoteInput } from "@/lib/core/notes/note";
import { mentionedIn } from "@/lib/core/notes/mentions";
import { can } from "@/lib/core/permissions/table";
import { present } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { notify } from "../notifications/notify";
import { loadClaim } from "../review/load-facts";
import { selectColleagues } from "../workspaces/rows";
import { selectNotes } from "./rows";

/** @throws Refusal not_found (claim, or a parent note of another claim), forbidden, conflict (the words it is about are gone) */
export async function writeNote(
  actor: Actor,
  target: { readonly workspace: string; readonly claimId: string },
  input: NoteInput,
): Promise<{ readonly id: string }> {
  const scope = await authorize(actor, target.workspace, "note.write");
  const { workspaceId, memberId } = scope;
  return transact(scope, async (tx) => {
    const { row } = await loadClaim(tx, scope, target.claimId);
    const parentId = input.parentId ?? null;
    if (parentId !== null) {
      const parent = await tx.note.findUnique({
        where: { workspaceId_claimId_id: { workspaceId, claimId: row.id, id: parentId } },
      });
      if (!parent) throw new Refusal("not_found", "There is no such note on this claim.");
    }
    const { id } = await tx.note.create({
      data: {
        workspaceId,
        claimId: row.id,
        parentId,
        authorId: memberId,
        body: input.body,
        ...anchorIn(row.text, input.about ?? null),
      },
      select: { id: true },
    });
    const mentioned = await writeMentions(tx, scope, id, input.body);
    const at = { articleId: row.articleId, claimId: row.id };
    await record(tx, scope, { type: "note.written", payload: { noteId: id }, entityId: id, ...at });
    await notify(
      tx,
      scope,
      mentioned.map((memberId) => ({ kind: "mentioned", memberId, ...at })),
    );
    return { id };
  });
}

function anchorIn(text: string, about: AboutWords | null) {
  if (!about) return {};
  const { quote, start } = about;
  if (!text.startsWith(quote, start)) {
    throw new Refusal(
      "conflict",
      "The sentence was changed meanwhile: the words that the note is about are not there.",
    );
  }
  return { quote, start, end: start + quote.length };
}

export type ChangeOutcome =
  | { readonly outcome: "saved"; readonly version: number }
  /** Somebody, perhaps the author in another tab, saved it meanwhile; nothing was written. */
  | { readonly outcome: "stale"; readonly note: Note };

/**
 * Puts other words into one's own note, on top of the version that one has read. Whoever is called in it for the first
 * time is told. @throws Refusal not_found, forbidden (somebody else's note)
 */
export async function changeNote(
  actor: Actor,
  target: { readonly workspace: string; readonly noteId: string; readonly baseVersion: number },
  { body }: NoteChange,
): Promise<ChangeOutcome> {
  const scope = await authorize(actor, target.workspace, "note.write");
  const { workspaceId, memberId } = scope;
  return transact(scope, async (tx): Promise<ChangeOutcome> => {
    const { claimId, authorId, claim, ...note } = await findNote(tx, scope, target.noteId);
    if (authorId !== memberId)
      throw new Refusal("forbidden", "A note is changed by its author. Answer it instead.");
    const changed = await tx.note.updateMany({
      where: { workspaceId, id: note.id, version: target.baseVersion },
      data: { body, version: { increment: 1 }, editedAt: new Date() },
    });
    if (changed.count === 0) {
      const notes = await selectNotes(tx, scope, claimId);
      return {
        outcome: "stale",
        note: present(
          notes.find(({ id }) => id === note.id),
          "the note was just read",
        ),
      };
    }
    const known = await tx.noteMention.findMany({
      where: { workspaceId, noteId: note.id },
      select: { memberId: true },
    });
    await tx.noteMention.deleteMany({ where: { workspaceId, noteId: note.id } });
    const mentioned = await writeMentions(tx, scope, note.id, body);
    const fresh = mentioned.filter((id) => !known.some((one) => one.memberId === id));
    const at = { articleId: claim.articleId, claimId };
    const version = target.baseVersion + 1;
    await record(tx, scope, {
      type: "note.changed",
      payload: { noteId: note.id, version },
      entityId: note.id,
      ...at,
    });
    await notify(
      tx,
      scope,
      fresh.map((id) => ({ kind: "mentioned", memberId: id, ...at })),
    );
    return { outcome: "saved", version };
  });
}

async function findNote(tx: Tx, { workspaceId }: WorkspaceScope, id: string) {
  const note = await tx.note.findUnique({
    where: { workspaceId_id: { workspaceId, id }, claim: { article: { deletedAt: null } } },
    select: { id: true, claimId: true, authorId: true, claim: { select: { articleId: true } } },
  });
  if (!note) throw new Refusal("not_found", "There is no such note here.");
  return note;
}

/** Whom the note calls by name, of those who may read notes. @returns their ids, without the writer's */
async function writeMentions(
  tx: Tx,
  scope: WorkspaceScope,
  noteId: string,
  body: string,
): Promise<readonly string[]> {
  const colleagues = await selectColleagues(tx, scope);
  const readers = colleagues.filter(
    ({ role, memberId }) => can(role, "note.read") && memberId !== scope.memberId,
  );
  const mentioned = mentionedIn(body, callable(readers));
  const { workspaceId } = scope;
  await tx.noteMention.createMany({ data: mentioned.map((memberId) => ({ workspaceId, noteId, memberId })) });
  return mentioned;
}

/** Resolving twice is resolving once. @throws Refusal not_found, forbidden */
export async function resolveNote(
  actor: Actor,
  target: { readonly workspace: string; readonly noteId: string },
  input: { readonly resolved: boolean },
): Promise<{ readonly id: string; readonly resolved: boolean }> {
  const scope = await authorize(actor, target.workspace, "note.write");
  const { workspaceId, memberId } = scope;
  return transact(scope, async (tx) => {
    const note = await findNote(tx, scope, target.noteId);
    const changed = await tx.note.updateMany({
      where: { workspaceId, id: note.id, resolvedAt: input.resolved ? null : { not: null } },
      data: input.resolved
        ? { resolvedAt: new Date(), resolvedById: memberId }
        : { resolvedAt: null, resolvedById: null },
    });
    if (changed.count > 0) {
      const type = input.resolved ? "note.resolved" : "note.reopened";
      const at = { entityId: note.id, articleId: note.claim.articleId, claimId: note.claimId };
      await record(tx, scope, { type, payload: { noteId: note.id }, ...at });
    }
    return { id: note.id, resolved: input.resolved };
  });
}
