import "server-only";
import type { NoteInput } from "@/lib/core/notes/note";
import { mentionedIn } from "@/lib/core/notes/mentions";
import { can } from "@/lib/core/permissions/table";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { notify } from "../notifications/notify";
import { loadClaim } from "../review/load-facts";
import { selectColleagues } from "../workspaces/rows";

/** @throws Refusal not_found (claim, or a parent note of another claim), forbidden */
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
      data: { workspaceId, claimId: row.id, parentId, authorId: memberId, body: input.body },
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
  const mentioned = mentionedIn(body, readers);
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
    const note = await tx.note.findUnique({
      where: { workspaceId_id: { workspaceId, id: target.noteId } },
      select: { id: true, claimId: true, claim: { select: { articleId: true } } },
    });
    if (!note) throw new Refusal("not_found", "There is no such note here.");
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
