import "server-only";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

/**
 * The words that stale claims had when they were last judged: those that an editor has split or merged since, else those
 * of the last revision before they became stale.
 */
export async function readJudgedWords(
  tx: Tx,
  scope: WorkspaceScope,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (claimIds.length === 0) return new Map();
  const { workspaceId } = scope;
  const refitted = await tx.claim.findMany({
    where: { workspaceId, id: { in: [...claimIds] }, judgedText: { not: null } },
    select: { id: true, judgedText: true },
  });
  const places = await tx.$queryRaw<{ id: string; revision_id: string; start: number; end: number }[]>`
    select distinct on (c.id) c.id, p.revision_id, p.start, p."end"
    from claim c
    join claim_placement p on p.workspace_id = c.workspace_id and p.claim_id = c.id and p.change <> 'deleted'
    join revision r on r.workspace_id = p.workspace_id and r.id = p.revision_id and r.created_at < c.stale_at
    where c.workspace_id = ${workspaceId}::uuid and c.id = any(${[...claimIds]}::uuid[])
    order by c.id, r.number desc`;
  const revisions = await tx.revision.findMany({
    where: { workspaceId, id: { in: [...new Set(places.map(({ revision_id: id }) => id))] } },
    select: { id: true, text: true },
  });
  const texts = new Map(revisions.map(({ id, text }) => [id, text]));
  const byRevision = places.map(
    ({ id, revision_id: revisionId, start, end }) =>
      [id, (texts.get(revisionId) ?? "").slice(start, end)] as const,
  );
  return new Map([...byRevision, ...refitted.map(({ id, judgedText }) => [id, judgedText ?? ""] as const)]);
}
