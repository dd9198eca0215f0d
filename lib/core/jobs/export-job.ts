import { z } from "zod";
import type { JobState } from "./import-job";

/** How long the file of a long export is kept for whoever asked for it. */
export const exportKeptDays = 7;

export const exportInputSchema = z.strictObject({ format: z.string().max(40) });
export type ExportInput = z.infer<typeof exportInputSchema>;

export const exportJobInput = exportInputSchema.extend({ articleId: z.uuid() });
/** What a run that came to its end has written; empty before. */
export const exportJobResult = z.object({
  run: z.uuid().nullable().default(null),
  fileName: z.string().default(""),
  bytes: z.number().int().default(0),
});

/** An export that is written for later, as its asker sees it; `done` and `total` count claims. */
export type ExportProgress = {
  readonly id: string;
  readonly articleId: string;
  readonly format: string;
  readonly state: JobState;
  readonly done: number;
  /** null until it has been begun. */
  readonly total: number | null;
  /** Of the file, once it is there. */
  readonly fileName: string | null;
  readonly bytes: number | null;
  readonly createdAt: string;
  /** Since when the file is ready, or since when there will be none. */
  readonly finishedAt: string | null;
  /** Until when a file is kept. */
  readonly keptUntil: string;
};
