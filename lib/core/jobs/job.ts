import { z } from "zod";

/**
 * Work that is done after the answer has gone out, one entry a task: what it is told. Payloads name rows and carry no
 * content, so that a queue of jobs holds nothing that a blind policy hides.
 */
export const jobPayloads = {
  "articles.import": z.strictObject({ workspaceId: z.uuid(), jobId: z.uuid() }),
  "report.export": z.strictObject({ workspaceId: z.uuid(), jobId: z.uuid() }),
  "assignments.return": z.strictObject({}),
  "mail.send": z.strictObject({ workspaceId: z.uuid(), mailId: z.uuid() }),
  "mail.digest": z.strictObject({}),
  "evidence.keep": z.strictObject({ workspaceId: z.uuid(), annotationId: z.uuid() }),
  "source.keep": z.strictObject({ workspaceId: z.uuid(), jobId: z.uuid() }),
  "source.look_up": z.strictObject({ workspaceId: z.uuid(), jobId: z.uuid() }),
  "webhook.deliver": z.strictObject({ workspaceId: z.uuid(), deliveryId: z.uuid() }),
  "operations.forget": z.strictObject({}),
  "history.seal": z.strictObject({}),
} as const satisfies Record<string, z.ZodType>;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<N extends JobName> = z.infer<(typeof jobPayloads)[N]>;
