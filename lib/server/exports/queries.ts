import "server-only";
import { exportJobInput, exportJobResult, type ExportProgress } from "@/lib/core/jobs/export-job";
import type { ReportFormat } from "@/lib/core/formats/format";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Job } from "@/prisma/client/client";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { formatOf } from "../reports/formats";
import { exportKind, toExport } from "./rows";

const shown = 20;

type ExportTarget = { readonly workspace: string; readonly exportId: string };

/** One's own export. @throws Refusal not_found, for those of others too; forbidden */
export async function getExport(actor: Actor, target: ExportTarget): Promise<ExportProgress> {
  const scope = await authorize(actor, target.workspace, "report.read");
  return toExport(await findOwn(scope, target.exportId));
}

/** One's own exports of an article, the newest first. @throws Refusal not_found, forbidden */
export async function listExports(
  actor: Actor,
  target: { readonly workspace: string; readonly articleId: string },
): Promise<readonly ExportProgress[]> {
  const scope = await authorize(actor, target.workspace, "report.read");
  const { workspaceId, memberId } = scope;
  if (!(await isOnDesk(workspaceId, target.articleId))) {
    throw new Refusal("not_found", "There is no such article here.");
  }
  const rows = await db().job.findMany({
    where: {
      workspaceId,
      createdById: memberId,
      kind: exportKind,
      input: { path: ["articleId"], equals: target.articleId },
    },
    orderBy: { id: "desc" },
    take: shown,
  });
  return rows.map(toExport);
}

export type ExportFile = {
  readonly format: ReportFormat;
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array>;
};

/**
 * The file of one's own export, piece by piece as it is taken.
 * @throws Refusal not_found, forbidden, conflict while it is not ready
 */
export async function getExportFile(actor: Actor, target: ExportTarget): Promise<ExportFile> {
  const scope = await authorize(actor, target.workspace, "report.read");
  const job = await findOwn(scope, target.exportId);
  const { run, fileName } = exportJobResult.parse(job.result);
  if (job.state !== "done" || run === null) {
    throw new Refusal("conflict", "This export is not ready. Its progress stands at its own address.");
  }
  const format = formatOf(exportJobInput.parse(job.input).format);
  return { format, name: fileName, pieces: readParts(job, run) };
}

async function findOwn({ workspaceId, memberId }: WorkspaceScope, id: string): Promise<Job> {
  const job = await db().job.findUnique({
    where: { workspaceId_id: { workspaceId, id }, kind: exportKind, createdById: memberId },
  });
  if (!job || !(await isOnDesk(workspaceId, exportJobInput.parse(job.input).articleId))) {
    throw new Refusal("not_found", "There is no such export here.");
  }
  return job;
}

async function isOnDesk(workspaceId: string, id: string): Promise<boolean> {
  return (await db().article.count({ where: { workspaceId, id, deletedAt: null } })) > 0;
}

async function* readParts({ workspaceId, id: jobId }: Job, run: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const key = { workspaceId, jobId, run, number };
    const part = await db().exportPart.findUnique({ where: { workspaceId_jobId_run_number: key } });
    if (!part) return;
    yield part.bytes;
  }
}
