import "server-only";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { enqueue } from "../jobs/enqueue";

type NewVersion = { readonly annotationId: string; readonly version: number };

/**
 * What is known of the pages that the version before cited goes over to the new one: a quote that stays as it is has been
 * looked for, and a page that could not be kept is not fetched again with every word that somebody types. Whatever is
 * left open is done by a job. One statement, whatever the length of the article and the number of annotations.
 */
export async function carryChecks(
  tx: Tx,
  { workspaceId }: Pick<WorkspaceScope, "workspaceId">,
  versions: readonly NewVersion[],
): Promise<void> {
  if (versions.length === 0) return;
  const ids = versions.map(({ annotationId }) => annotationId);
  const numbers = versions.map(({ version }) => version);
  await tx.$executeRaw`
    insert into citation_check (workspace_id, citation_id, source_id, snapshot_id, problem, finding, found_start,
      found_end, found_text, checked_at)
    select distinct on (now.id) now.workspace_id, now.id, now.source_id, k.snapshot_id, k.problem, k.finding,
      k.found_start, k.found_end, k.found_text, k.checked_at
    from unnest(${ids}::uuid[], ${numbers}::int[]) made (annotation_id, version)
    join citation now on now.workspace_id = ${workspaceId}::uuid and now.annotation_id = made.annotation_id
      and now.version = made.version
    join citation before on before.workspace_id = now.workspace_id and before.annotation_id = now.annotation_id
      and before.version = now.version - 1 and before.source_id = now.source_id
    join citation_check k on k.workspace_id = before.workspace_id and k.citation_id = before.id
    where k.problem is not null or before.quote = now.quote
    order by now.id, k.checked_at desc`;
  const open = await tx.citation.groupBy({
    by: ["annotationId"],
    where: { workspaceId, OR: [...versions], check: null, source: { canonicalUrl: { not: null } } },
  });
  for (const { annotationId } of open) {
    await enqueue(tx, "evidence.keep", { workspaceId, annotationId }, { key: `evidence ${annotationId}` });
  }
}
