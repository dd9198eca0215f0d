import "server-only";
import type { Note } from "@/lib/core/notes/note";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

const authorSelect = { select: { id: true, user: { select: { name: true } } } } as const;

export async function selectNotes(tx: Tx, scope: WorkspaceScope, claimId: string): Promise<readonly Note[]> {
  const rows = await tx.note.findMany({
    where: { workspaceId: scope.workspaceId, claimId },
    orderBy: { createdAt: "asc" },
    include: { author: authorSelect },
  });
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parentId,
    author: { memberId: row.author.id, name: row.author.user.name },
    body: row.body,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    resolved: row.resolvedAt !== null,
  }));
}
