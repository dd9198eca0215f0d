import "server-only";
import { z } from "zod";
import type { ExportProgress } from "@/lib/core/jobs/export-job";
import { jobStates } from "@/lib/core/jobs/import-job";

export const exportProgress: z.ZodType<ExportProgress> = z
  .strictObject({
    id: z.string(),
    articleId: z.string(),
    format: z.string(),
    state: z.enum(jobStates),
    done: z.number(),
    total: z.number().nullable().describe("null until it has been begun."),
    fileName: z.string().nullable(),
    bytes: z.number().nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    keptUntil: z.string(),
  })
  .meta({ id: "ExportProgress", description: "How far an export is; `done` and `total` count claims." });

export const startedExport = z.strictObject({ id: z.string() });
