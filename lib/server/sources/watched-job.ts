import "server-only";
import { isOver } from "@/lib/core/jobs/import-job";
import type { JobName } from "@/lib/core/jobs/job";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Prisma } from "@/prisma/client/client";
import type { Job } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";
import { db, type Tx } from "../db/client";
import { enqueue } from "../jobs/enqueue";

/** A piece of work on a source that its asker watches; nobody else is told of it. */
export type SourceJob = { readonly workspaceId: string; readonly jobId: string };
type SourceJobName = Extract<JobName, "source.look_up" | "source.keep">;

const mostOpen = 5;
/** A page is fetched, read, and then it is over. */
const steps = 3;
const attempts = 5;

/** @throws Refusal too_many while several of the member's own are under way */
export async function startSourceJob(
  tx: Tx,
  { workspaceId, memberId }: WorkspaceScope,
  kind: SourceJobName,
  input: Prisma.InputJsonObject,
): Promise<{ readonly jobId: string }> {
  const open = await tx.job.count({
    where: { workspaceId, createdById: memberId, kind, state: { in: ["waiting", "running"] } },
  });
  if (open >= mostOpen) {
    throw new Refusal(
      "too_many",
      "Several pages are being fetched for you already. Try again in a few seconds.",
    );
  }
  const { id: jobId } = await tx.job.create({
    data: { workspaceId, kind, input, total: steps, createdById: memberId },
    select: { id: true },
  });
  await enqueue(tx, kind, { workspaceId, jobId }, { attempts });
  return { jobId };
}

/** @throws Refusal not_found, for others' jobs too */
export async function readSourceJob(
  { workspaceId, memberId }: WorkspaceScope,
  jobId: string,
  kind: SourceJobName,
): Promise<Job> {
  const job = await db().job.findUnique({
    where: { workspaceId_id: { workspaceId, id: jobId }, kind, createdById: memberId },
  });
  if (!job) throw new Refusal("not_found", "There is no such look-up here.");
  return job;
}

/** The job if there is still something to do for it. It may have been begun before, by a process that died. */
export async function takeSourceJob({ workspaceId, jobId }: SourceJob): Promise<Job | null> {
  const job = await db().job.findUnique({ where: { workspaceId_id: { workspaceId, id: jobId } } });
  if (!job || isOver(job.state)) return null;
  await advance({ workspaceId, jobId }, 1);
  return job;
}

export async function advance({ workspaceId, jobId }: SourceJob, done: number): Promise<void> {
  const where = { workspaceId, id: jobId, state: { in: ["waiting" as const, "running" as const] } };
  await db().job.updateMany({ where, data: { state: "running", done } });
}

export async function finish(
  tx: Tx,
  { workspaceId, jobId }: SourceJob,
  state: "done" | "failed",
  result: Prisma.InputJsonObject,
): Promise<void> {
  await tx.job.updateMany({
    where: { workspaceId, id: jobId },
    data: { state, done: steps, result, finishedAt: new Date() },
  });
}

const stepNames = ["waiting", "fetching", "reading"] as const;

export function stepOf({ state, done }: Pick<Job, "state" | "done">): (typeof stepNames)[number] | "over" {
  return isOver(state) ? "over" : (stepNames[done] ?? "reading");
}
