import "server-only";
import { z } from "zod";
import { assignmentKinds } from "@/lib/core/assignments/assignment";
import { queueKinds, type QueueItem, type QueuedAssignment } from "@/lib/core/queue/queue";
import { claimSummary } from "./claims";

export const queuedAssignment: z.ZodType<QueuedAssignment> = z
  .strictObject({
    id: z.string(),
    kind: z.enum(assignmentKinds),
    member: z.string(),
    dueAt: z.string().nullable(),
    reason: z
      .string()
      .nullable()
      .describe("Why it came back: declined with this reason; null when its time ran out."),
  })
  .meta({ id: "QueuedAssignment" });

export const queueItem: z.ZodType<QueueItem> = z
  .strictObject({
    kind: z.enum(queueKinds),
    articleId: z.string(),
    articleTitle: z.string(),
    claim: claimSummary,
    assignment: queuedAssignment
      .nullable()
      .describe("The reader's own open work, or with `returned` the work that came back."),
    note: z
      .strictObject({
        id: z.string(),
        author: z.string(),
        body: z.string(),
      })
      .nullable()
      .describe("The note that mentions the reader."),
  })
  .meta({ id: "QueueItem", description: "A claim that waits for the reader, with what it waits for." });
