import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { recordAll } from "../events/record";
import { KeepFailure, theWorld, type World } from "./read-page";
import { fetchSnapshot, writeSnapshot } from "./snapshots";
import { advance, finish, takeSourceJob, type SourceJob } from "./watched-job";

export const keepInput = z.object({ sourceId: z.uuid() });

/** Takes a snapshot of a source of the library, for everybody. */
export async function keepSource(target: SourceJob, world: World = theWorld): Promise<void> {
  const job = await takeSourceJob(target);
  if (!job) return;
  const { workspaceId } = target;
  const { sourceId } = keepInput.parse(job.input);
  const source = await db().source.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: sourceId } },
    select: { canonicalUrl: true },
  });
  try {
    const snapshot = await fetchSnapshot(workspaceId, source.canonicalUrl ?? "", world, () =>
      advance(target, 2),
    );
    const whose = { workspaceId, sourceId, takenById: job.createdById, forCitation: false };
    await db().$transaction(async (tx) => {
      await writeSnapshot(tx, snapshot, whose);
      const doer = { workspaceId, memberId: job.createdById, requestId: null };
      const payload = { snapshotId: snapshot.id };
      await recordAll(tx, doer, [{ type: "source.kept", payload, entityId: sourceId }]);
      await finish(tx, target, "done", payload);
    });
  } catch (error) {
    if (!(error instanceof KeepFailure)) throw error;
    await finish(db(), target, "failed", { problem: error.reason });
  }
}
