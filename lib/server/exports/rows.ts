import "server-only";
import {
  exportJobInput,
  exportJobResult,
  exportKeptDays,
  type ExportProgress,
} from "@/lib/core/jobs/export-job";
import type { Job } from "@/prisma/client/client";

export const exportKind = "report.export";

const dayMs = 86_400_000;

export function toExport(row: Job): ExportProgress {
  const { articleId, format } = exportJobInput.parse(row.input);
  const { fileName, bytes } = exportJobResult.parse(row.result);
  const isReady = row.state === "done";
  return {
    id: row.id,
    articleId,
    format,
    state: row.state,
    done: row.done,
    total: row.total,
    fileName: isReady ? fileName : null,
    bytes: isReady ? bytes : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    keptUntil: new Date(row.createdAt.getTime() + exportKeptDays * dayMs).toISOString(),
  };
}
