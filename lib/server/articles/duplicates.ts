import "server-only";
import { createHash } from "node:crypto";
import { sameAddresses } from "@/lib/core/articles/address";
import type { Duplicate } from "@/lib/core/articles/article";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

type Row = {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly same: Duplicate["same"];
};

const mostShown = 5;

/**
 * The articles of the desk, newest first, that this one seems to be: one of their versions has exactly this text, or
 * they have this address. Those in the bin do not count.
 */
export async function findDuplicates(
  tx: Tx,
  scope: WorkspaceScope,
  { text, url }: { readonly text: string; readonly url?: string | null | undefined },
): Promise<readonly Duplicate[]> {
  const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
  const addresses = url ? [...sameAddresses(url)] : [];
  const rows = await tx.$queryRaw<Row[]>`
    with found as (
      select article_id as id, 'text' as same from revision
      where workspace_id = ${scope.workspaceId}::uuid and sha256 = ${sha256}
      union all
      select id, 'address' from article
      where workspace_id = ${scope.workspaceId}::uuid and url = any(${addresses}::text[])
    )
    select a.id, a.title, max(found.same) as same,
      (select max(r.number) from revision r where r.workspace_id = a.workspace_id and r.article_id = a.id) as revision
    from found join article a on a.workspace_id = ${scope.workspaceId}::uuid and a.id = found.id
    where a.deleted_at is null
    group by a.workspace_id, a.id, a.title
    order by a.id desc
    limit ${mostShown}`;
  return rows.map(({ id, title, revision, same }) => ({ articleId: id, title, revision, same }));
}
