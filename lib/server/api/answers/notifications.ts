import "server-only";
import { z } from "zod";
import {
  deliverySettingsSchema,
  notificationKinds,
  type Notification,
} from "@/lib/core/notifications/notification";

export const notification: z.ZodType<Notification> = z
  .strictObject({
    id: z.string(),
    kind: z.enum(notificationKinds),
    actor: z.string(),
    count: z.number(),
    articleId: z.string(),
    articleTitle: z.string(),
    claim: z
      .strictObject({
        id: z.string(),
        ordinal: z.number(),
        text: z.string(),
      })
      .describe("The first of the claims that it is about."),
    createdAt: z.string(),
    read: z.boolean(),
  })
  .meta({
    id: "Notification",
    description:
      "That something concerns the reader. Several of one kind in one change are one, with their count.",
  });

export const unreadCount = z.strictObject({ unread: z.int() });

export const deliveryAnswer = z.strictObject({
  settings: deliverySettingsSchema,
  canMail: z.boolean().describe("Whether this installation sends letters."),
  email: z.string(),
});
