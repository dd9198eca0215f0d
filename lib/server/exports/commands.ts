import "server-only";
import type { ExportInput } from "@/lib/core/jobs/export-job";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { enqueue } from "../jobs/enqueue";
import { formatOf } from "../reports/formats";
import { exportKind } from "./rows";

const mostOpen = 3;
const attempts = 5;
const open = { in: ["waiting" as const, "running" as const] };

/**
 * Asks for an export that is written while its asker does something else. The same one, asked for again while it is
 * being written, is not written twice: the answer names the first.
 * @throws Refusal not_found, forbidden, bad_input, too_many while several of the member's own are being written
 */
export async function startExport(
  actor: Actor,
  target: { readonly workspace: string; readonly articleId: string },
  { format: key }: ExportInput,
): Promise<{ readonly id: string }> {
  const scope = await authorize(actor, target.workspace, "report.read");
  const { key: format } = formatOf(key);
  return transact(scope, async (tx) => {
    const { workspaceId, memberId } = scope;
    const { articleId } = target;
    await lockArticle(tx, scope, articleId);
    const under = { workspaceId, createdById: memberId, kind: exportKind, state: open };
    const input = { format, articleId };
    const same = await tx.job.findFirst({
      where: { ...under, input: { equals: input } },
      select: { id: true },
    });
    if (same) return same;
    if ((await tx.job.count({ where: under })) >= mostOpen) {
      throw new Refusal(
        "too_many",
        "Several exports are being written for you already. Ask again when one of them is ready.",
      );
    }
    const job = await tx.job.create({
      data: { workspaceId, kind: exportKind, input, createdById: memberId },
      select: { id: true },
    });
    await enqueue(tx, "report.export", { workspaceId, jobId: job.id }, { attempts });
    return job;
  });
}

/** Two who ask at once follow each other, so that the second one sees what the first has begun. */
async function lockArticle(tx: Tx, { workspaceId }: WorkspaceScope, articleId: string): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`
    select 1 from article
    where workspace_id = ${workspaceId}::uuid and id = ${articleId}::uuid and deleted_at is null
    for no key update`;
  if (found.length === 0) throw new Refusal("not_found", "There is no such article here.");
}
