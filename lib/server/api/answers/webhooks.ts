import "server-only";
import { z } from "zod";
import {
  deliveryStates,
  type DeliveryLine,
  type WebhookLine,
  type WebhookSecret,
} from "@/lib/core/webhooks/webhook";

export const webhookLine: z.ZodType<WebhookLine> = z
  .strictObject({
    id: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    version: z.number(),
    createdAt: z.string(),
    failingSince: z
      .string()
      .nullable()
      .describe("Since when nothing has arrived any more; null while it does."),
    disabledAt: z.string().nullable().describe("Since when nothing is sent to it."),
  })
  .meta({ id: "WebhookLine", description: "A webhook as one may look at it: everything but its secret." });

export const webhookSecret: z.ZodType<WebhookSecret> = z
  .strictObject({ id: z.string(), version: z.number(), secret: z.string().nullable() })
  .meta({
    id: "WebhookSecret",
    description:
      "A secret that is shown once; null when this is the repeat of a request whose answer was lost.",
  });

export const deliveryLine: z.ZodType<DeliveryLine> = z
  .strictObject({
    id: z.string().describe("What was sent as `webhook-id`."),
    type: z.string().nullable().describe("null of a test."),
    state: z.enum(deliveryStates),
    attempts: z.number(),
    status: z.number().nullable().describe("The status of the last answer; null when nothing answered."),
    createdAt: z.string(),
    triedAt: z.string().nullable(),
    nextAt: z.string().nullable().describe("When it is tried again; null when it is not."),
  })
  .meta({ id: "DeliveryLine" });
