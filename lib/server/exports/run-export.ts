import "server-only";
import { randomUUID } from "node:crypto";
import { fileName } from "@/lib/core/formats/catalogue";
import { exportJobInput } from "@/lib/core/jobs/export-job";
import { isOver } from "@/lib/core/jobs/import-job";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Job } from "@/prisma/client/client";
import { authorize } from "../auth/authorize";
import type { WorkspaceScope } from "../auth/actor";
import { db } from "../db/client";
import { formatOf } from "../reports/formats";
import { openReportFile, type ReportFile } from "../reports/report-file";

const partBytes = 262_144;

type ExportJob = { readonly workspaceId: string; readonly jobId: string };

/** The export was taken away while it was written. */
class Gone extends Error {}

/**
 * Writes an export into the database, where every process of the installation finds it. All of it is read in one cut. A
 * process that dies leaves parts that nobody is given: whoever takes the job up reads anew, in a cut of its own, and only
 * the run that comes to its end is named in the job.
 * @throws Error when `signal` is aborted, so that the queue gives the job to somebody else
 */
export async function runExport(target: ExportJob, signal: AbortSignal): Promise<void> {
  const job = await db().job.findUnique({ where: { workspaceId_id: at(target) } });
  if (!job || isOver(job.state)) return;
  try {
    await write(target, job, signal);
  } catch (error) {
    if (error instanceof Gone) return;
    if (!(error instanceof Refusal) || error.code === "too_many") throw error;
    // The article is gone meanwhile, or its asker may not read it any more.
    await db().job.updateMany({ where: at(target), data: { state: "failed", finishedAt: new Date() } });
    await db().exportPart.deleteMany({ where: target });
  }
}

function at({ workspaceId, jobId }: ExportJob) {
  return { workspaceId, id: jobId };
}

async function write(target: ExportJob, job: Job, signal: AbortSignal): Promise<void> {
  const scope = await askerOf(target);
  const { articleId, format: key } = exportJobInput.parse(job.input);
  const format = formatOf(key);
  let done = 0;
  const file = await openReportFile(scope, articleId, format, (claims) => (done = claims));
  const run = randomUUID();
  await note(target, 0, file.claims);
  let number = 0;
  let bytes = 0;
  for await (const part of inParts(file)) {
    signal.throwIfAborted();
    await db().exportPart.create({ data: { ...target, run, number, bytes: part } });
    await note(target, done, file.claims);
    number += 1;
    bytes += part.length;
  }
  const result = { run, fileName: fileName(file.title, format), bytes };
  const ended = { state: "done" as const, done: file.claims, result, finishedAt: new Date() };
  await db().$transaction([
    db().job.updateMany({ where: { ...at(target), state: "running" }, data: ended }),
    db().exportPart.deleteMany({ where: { ...target, run: { not: run } } }),
  ]);
}

/** @throws Refusal when whoever asked for it may not read reports here any more */
async function askerOf(target: ExportJob): Promise<WorkspaceScope> {
  const { workspace, createdBy } = await db().job.findUniqueOrThrow({
    where: { workspaceId_id: at(target) },
    select: {
      workspace: { select: { slug: true } },
      createdBy: { select: { user: { select: { id: true, name: true, email: true } } } },
    },
  });
  const { id: userId, name, email } = createdBy.user;
  const nothingClaimed = {
    expectedMemberId: null,
    requestId: null,
    operation: null,
    signedInAt: null,
    sessionId: null,
    token: null,
  };
  return authorize({ userId, name, email, ...nothingClaimed }, workspace.slug, "report.read");
}

async function note(target: ExportJob, done: number, total: number): Promise<void> {
  const noted = await db().job.updateMany({
    where: { ...at(target), state: { in: ["waiting", "running"] } },
    data: { state: "running", done, total },
  });
  if (noted.count === 0) throw new Gone();
}

/** The bytes in pieces of about one size: few enough rows, and none that would have to be held for long. */
async function* inParts({ pieces }: ReportFile): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const chunk = Buffer.from(piece);
    waiting.push(chunk);
    size += chunk.length;
    if (size < partBytes) continue;
    yield new Uint8Array(Buffer.concat(waiting));
    waiting = [];
    size = 0;
  }
  if (size > 0) yield new Uint8Array(Buffer.concat(waiting));
}
