import { z } from "zod";
import { eventPayloads, type EventType } from "../events/event";
import { webAddress } from "../shared/fields";

const eventTypes = Object.keys(eventPayloads) as [EventType, ...EventType[]];

const events = z
  .array(z.enum(eventTypes))
  .min(1, "choose at least one")
  .transform((chosen) => [...new Set(chosen)].toSorted());

export const webhookInputSchema = z.strictObject({ url: webAddress, events });
export type WebhookInput = z.infer<typeof webhookInputSchema>;

/** What is left out stays. `enabled: true` also takes a webhook up again that was switched off because it failed. */
export const webhookPatchSchema = webhookInputSchema.extend({ enabled: z.boolean() }).partial();
export type WebhookPatch = z.infer<typeof webhookPatchSchema>;

/** A webhook as one may look at it: everything but its secret. */
export type WebhookLine = {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly version: number;
  readonly createdAt: string;
  /** Since when nothing has arrived any more; null while it does. */
  readonly failingSince: string | null;
  /** Since when nothing is sent to it. */
  readonly disabledAt: string | null;
};

/** A secret that is shown once; null when this is the repeat of a request whose answer was lost. */
export type WebhookSecret = {
  readonly id: string;
  readonly version: number;
  readonly secret: string | null;
};

export const deliveryStates = ["waiting", "delivered", "dead"] as const;

export type DeliveryLine = {
  readonly id: string;
  /** null of a test. */
  readonly type: string | null;
  readonly state: (typeof deliveryStates)[number];
  readonly attempts: number;
  /** The status of the last answer; null when nothing answered. */
  readonly status: number | null;
  readonly createdAt: string;
  readonly triedAt: string | null;
  /** When it is tried again; null when it is not. */
  readonly nextAt: string | null;
};

/** Pauses after the first attempt, the second …, in seconds: as Standard Webhooks advises, over a day and a half in all. */
const pauses = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400] as const;

export const mostAttempts = pauses.length + 1;

/**
 * How long to wait after so many failed attempts, in milliseconds; null when that was the last. `dice` is from 0 to 1:
 * up to a fifth more, so that what failed together does not come back together.
 */
export function pauseAfter(attempts: number, dice: number): number | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : Math.round(pause * 1_000 * (1 + dice / 5));
}

/** After so many days without one delivery a webhook is switched off. */
export const patienceDays = 5;

export function isGivenUp(failingSince: Date, now: Date): boolean {
  return now.getTime() - failingSince.getTime() >= patienceDays * 86_400_000;
}
