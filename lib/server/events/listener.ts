import "server-only";
import { Client } from "pg";
import { z } from "zod";
import { env } from "../env";
import { liveChannel } from "./live-channel";
import { hearPresence, type PresenceNotice } from "./presence";

/** PostgreSQL tells of a committed event by workspace and number; whoever is interested reads the event itself. */
export type EventNotice = { readonly workspaceId: string; readonly id: bigint; readonly type: string };

/** A member's notifications are other ones than before. */
type BellNotice = { readonly workspaceId: string; readonly bellOf: string };

/** Sessions of this person have ended; of which desks they are a member nobody needs to know. */
type SignOutNotice = { readonly signedOut: string };

export type Notice = EventNotice | BellNotice | PresenceNotice | SignOutNotice;

type Subscriber = {
  readonly onNotice: (notice: Notice) => void;
  /** The line is gone and notices may have been missed: begin again from the last event that arrived. */
  readonly onLost: () => void;
};

const noticeSchema = z.union([
  z.object({ workspaceId: z.string(), id: z.string().transform(BigInt), type: z.string() }),
  z.object({ workspaceId: z.string(), bellOf: z.string() }),
  z.object({ signedOut: z.string() }),
  z.object({
    workspaceId: z.string(),
    presenceIn: z.string(),
    memberId: z.string(),
    tab: z.string(),
    claimId: z.string().nullable(),
    typing: z.boolean(),
    leaving: z.boolean(),
  }),
]);

type Listener = { readonly subscribers: Set<Subscriber>; connection: Promise<void> | null };
const held = globalThis as unknown as { assayListener?: Listener };

/** Calls back for every event committed from now on, in any process. Returns how to stop. One connection a process. */
export async function subscribe(subscriber: Subscriber): Promise<() => void> {
  const listener = (held.assayListener ??= { subscribers: new Set(), connection: null });
  listener.connection ??= connect(listener);
  await listener.connection;
  listener.subscribers.add(subscriber);
  return () => void listener.subscribers.delete(subscriber);
}

async function connect(listener: Listener): Promise<void> {
  const client = new Client({ connectionString: env().DATABASE_URL, application_name: "assay live feed" });
  const lost = () => {
    listener.connection = null;
    const { subscribers } = listener;
    for (const subscriber of [...subscribers]) subscriber.onLost();
    subscribers.clear();
  };
  client.on("notification", ({ payload }) => {
    const notice = noticeSchema.safeParse(JSON.parse(payload ?? "null"));
    if (!notice.success) return;
    if ("presenceIn" in notice.data) hearPresence(notice.data);
    for (const subscriber of listener.subscribers) subscriber.onNotice(notice.data);
  });
  client.on("error", lost);
  client.on("end", lost);
  try {
    await client.connect();
    await client.query(`listen ${liveChannel}`);
  } catch (error) {
    listener.connection = null;
    throw error;
  }
}
