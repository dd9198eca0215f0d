import { z } from "zod";
import { idSchema } from "../shared/fields";

export const notificationKinds = ["assigned", "mentioned", "changes_requested", "disputed", "ruled"] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Not at all; in the program; there and by e-mail at once; there and in a letter a day. */
export const deliveries = ["off", "program", "email", "digest"] as const;
export type Delivery = (typeof deliveries)[number];

export const defaultDelivery: Delivery = "program";

/** That something concerns the reader. Several of one kind in one change are one, with their count. */
export type Notification = {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly actor: string;
  readonly count: number;
  readonly articleId: string;
  readonly articleTitle: string;
  /** The first of the claims that it is about. */
  readonly claim: { readonly id: string; readonly ordinal: number; readonly text: string };
  readonly createdAt: string;
  readonly read: boolean;
};

export type DeliverySettings = Readonly<Record<NotificationKind, Delivery>>;

export const deliverySettingsSchema = z.strictObject({
  assigned: z.enum(deliveries),
  mentioned: z.enum(deliveries),
  changes_requested: z.enum(deliveries),
  disputed: z.enum(deliveries),
  ruled: z.enum(deliveries),
});

/** Marks these as read, or all that came no later than `upTo` (a notification's id): none that nobody has seen. */
export const readInputSchema = z.union([
  z.strictObject({ ids: z.array(idSchema).min(1).max(500) }),
  z.strictObject({ upTo: idSchema }),
]);
export type ReadInput = z.infer<typeof readInputSchema>;

type Told = Pick<Notification, "kind" | "actor" | "count">;

/** What happened, as a sentence about the claim or claims. */
export function notificationWords({ kind, actor, count }: Told): string {
  const claims = count === 1 ? "a claim" : `${count} claims`;
  switch (kind) {
    case "assigned":
      return `${actor} gave you ${claims} to work on`;
    case "mentioned":
      return `${actor} mentioned you in a note`;
    case "changes_requested":
      return `${actor} asks you for changes on ${claims}`;
    case "disputed":
      return count === 1 ? "A claim is disputed" : `${count} claims are disputed`;
    case "ruled":
      return count === 1
        ? "A claim that you worked on is ruled"
        : `${count} claims that you worked on are ruled`;
  }
}
