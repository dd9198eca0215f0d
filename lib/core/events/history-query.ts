import { z } from "zod";
import { idSchema } from "../shared/fields";
import { eventPayloads, type EventType } from "./event";

export const eventTypes = Object.keys(eventPayloads) as [EventType, ...EventType[]];

const day = z.iso.date();

/** Which lines of history. Days are whole days of UTC, both counted in. */
export const historyFilterSchema = z.strictObject({
  member: idSchema.optional(),
  type: z.enum(eventTypes).optional(),
  article: idSchema.optional(),
  claim: idSchema.optional(),
  from: day.optional(),
  to: day.optional(),
});
export type HistoryFilter = z.infer<typeof historyFilterSchema>;

export const historyQuerySchema = historyFilterSchema.extend({
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;
