import "server-only";
import { Client } from "pg";
import { z } from "zod";
import { env } from "../env";
import { liveChannel } from "./record";

/** PostgreSQL tells of a committed event by workspace and number; whoever is interested reads the event itself. */
export type Notice = { readonly workspaceId: string; readonly id: bigint };
type Subscriber = (notice: Notice) => void;

const noticeSchema = z.object({ workspaceId: z.string(), id: z.string().transform(BigInt) });

type Listener = {
  readonly subscribers: Set<Subscriber>;
  connecting: Promise<void> | null;
  client: Client | null;
};
const held = globalThis as unknown as { assayListener?: Listener };

/** Calls back for every event committed from now on, in any process. Returns how to stop. One connection a process. */
export async function subscribe(subscriber: Subscriber): Promise<() => void> {
  const listener = (held.assayListener ??= { subscribers: new Set(), connecting: null, client: null });
  listener.subscribers.add(subscriber);
  await connect(listener);
  return () => void listener.subscribers.delete(subscriber);
}

async function connect(listener: Listener): Promise<void> {
  if (listener.client) return;
  listener.connecting ??= open(listener).finally(() => {
    listener.connecting = null;
  });
  await listener.connecting;
}

async function open(listener: Listener): Promise<void> {
  const client = new Client({ connectionString: env().DATABASE_URL, application_name: "assay live feed" });
  client.on("notification", ({ payload }) => {
    const notice = noticeSchema.safeParse(JSON.parse(payload ?? "null"));
    if (notice.success) for (const subscriber of listener.subscribers) subscriber(notice.data);
  });
  const lost = () => {
    if (listener.client !== client) return;
    listener.client = null;
    reconnectSoon(listener);
  };
  client.on("error", lost);
  client.on("end", lost);
  await client.connect();
  await client.query(`listen ${liveChannel}`);
  listener.client = client;
}

function reconnectSoon(listener: Listener): void {
  if (listener.subscribers.size === 0) return;
  setTimeout(
    () =>
      void connect(listener).catch(() => {
        reconnectSoon(listener);
      }),
    1_000,
  ).unref();
}
