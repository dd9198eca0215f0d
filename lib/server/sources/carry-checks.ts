import "server-only";
import type { Tx } from "../db/client";
import { enqueue } from "../jobs/enqueue";

type NewVersion = { readonly workspaceId: string; readonly annotationId: string; readonly version: number };

/**
 * What is known of the pages that the version before cited goes over to the new one: a quote that stays as it is has been
 * looked for, and a page that could not be kept is not fetched again with every word that somebody types. Whatever is
 * left open is done by a job. One statement, whatever the length of the article.
 */
export async function carryChecks(tx: Tx, { workspaceId, annotationId, version }: NewVersion): Promise<void> {
  await tx.$executeRaw`
    insert into citation_check (workspace_id, citation_id, source_id, snapshot_id, problem, finding, found_start,
      found_end, found_text, checked_at)
    select distinct on (now.id) now.workspace_id, now.id, now.source_id, k.snapshot_id, k.problem, k.finding,
      k.found_start, k.found_end, k.found_text, k.checked_at
    from citation now
    join citation before on before.workspace_id = now.workspace_id and before.annotation_id = now.annotation_id
      and before.version = now.version - 1 and before.source_id = now.source_id
    join citation_check k on k.workspace_id = before.workspace_id and k.citation_id = before.id
    where now.workspace_id = ${workspaceId}::uuid and now.annotation_id = ${annotationId}::uuid
      and now.version = ${version}::int and (k.problem is not null or before.quote = now.quote)
    order by now.id, k.checked_at desc`;
  const open = await tx.citation.count({
    where: { workspaceId, annotationId, version, check: null, source: { canonicalUrl: { not: null } } },
  });
  if (open === 0) return;
  await enqueue(tx, "evidence.keep", { workspaceId, annotationId }, { key: `evidence ${annotationId}` });
}
