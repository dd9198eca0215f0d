import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { transact } from "../db/transaction";

/**
 * Ends a job after the part that it is at. What is done stays; of the rest nothing is kept. Cancelling a job that is
 * over changes nothing.
 * @throws Refusal not_found, forbidden
 */
export async function cancelJob(
  actor: Actor,
  target: { readonly workspace: string; readonly jobId: string },
): Promise<{ readonly id: string }> {
  const scope = await authorize(actor, target.workspace, "article.import");
  const { workspaceId } = scope;
  return transact(scope, async (tx) => {
    const found = await tx.job.count({ where: { workspaceId, id: target.jobId } });
    if (found === 0) throw new Refusal("not_found", "There is no such job here.");
    const ended = await tx.job.updateMany({
      where: { workspaceId, id: target.jobId, state: { in: ["waiting", "running"] } },
      data: { state: "cancelled", finishedAt: new Date() },
    });
    if (ended.count > 0) await tx.importPart.deleteMany({ where: { workspaceId, jobId: target.jobId } });
    return { id: target.jobId };
  });
}
