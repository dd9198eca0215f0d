import "server-only";
import { z } from "zod";
import { chainBreaks } from "@/lib/core/events/chain";
import { eventPayloads, type EventType, type HistoryLine, type VerdictChange } from "@/lib/core/events/event";
import type { ChainCheck } from "../../events/queries";

export const chainCheck: z.ZodType<ChainCheck> = z
  .union([
    z.strictObject({
      holds: z.literal(true),
    }),
    z.strictObject({
      number: z.string().nullable(),
      broken: z.enum(chainBreaks),
      holds: z.literal(false),
      eventId: z.string().nullable(),
    }),
  ])
  .meta({ id: "ChainCheck" });

export const verdictChange: z.ZodType<VerdictChange> = z
  .strictObject({
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .meta({ id: "VerdictChange", description: "A verdict that somebody changed, or gave for the first time." });

export const historyLine: z.ZodType<HistoryLine> = z
  .strictObject({
    id: z.string(),
    type: z.enum(Object.keys(eventPayloads) as EventType[]),
    actor: z
      .strictObject({
        memberId: z.string(),
        name: z.string(),
      })
      .nullable(),
    articleId: z.string().nullable(),
    claimId: z.string().nullable(),
    entityId: z.string(),
    payload: z.record(z.string(), z.unknown()),
    createdAt: z.string(),
    articleTitle: z.string().nullable(),
    claimOrdinal: z.number().nullable(),
    verdicts: verdictChange
      .nullable()
      .describe("What a saved annotation says now and said before, where the reader may see both versions."),
  })
  .meta({ id: "HistoryLine", description: "A line of history as it leaves the server." });
