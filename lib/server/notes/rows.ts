import "server-only";
import { callable } from "@/lib/core/notes/handles";
import type { Note } from "@/lib/core/notes/note";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { selectColleagues } from "../workspaces/rows";

const authorSelect = { select: { id: true, user: { select: { name: true } } } } as const;

export async function selectNotes(tx: Tx, scope: WorkspaceScope, claimId: string): Promise<readonly Note[]> {
  const rows = await tx.note.findMany({
    where: { workspaceId: scope.workspaceId, claimId },
    orderBy: { createdAt: "asc" },
    include: { author: authorSelect, mentions: { select: { memberId: true } } },
  });
  const isCalling = rows.some(({ mentions }) => mentions.length > 0);
  const people = isCalling ? callable(await selectColleagues(tx, scope)) : [];
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parentId,
    author: { memberId: row.author.id, name: row.author.user.name },
    body: row.body,
    about: row.quote === null || row.start === null ? null : { quote: row.quote, start: row.start },
    mentions: people.filter(({ memberId }) => row.mentions.some((one) => one.memberId === memberId)),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    resolved: row.resolvedAt !== null,
  }));
}
