import { asRecord } from "./as-record";

const question = "what is it?";

/** Given up by the server (signed out, or being replaced): asked again after this time. */
const retryMs = 30_000;

type BellPorts = {
  readonly address: string;
  /** Of this member at this desk: tabs with the same name share one connection. */
  readonly name: string;
  readonly onUnread: (unread: number) => void;
};

/**
 * Hears how many notifications are unread. A browser has few connections a server: of all tabs one holds the line, under
 * a lock, and tells the others; when it closes, the next takes over. @returns the end.
 */
export function watchBell({ address, name, onUnread }: BellPorts): () => void {
  const channel = new BroadcastChannel(name);
  const ending = new AbortController();
  let known: number | null = null;
  const learn = (unread: number) => {
    known = unread;
    onUnread(unread);
  };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const unread = unreadIn(data);
    if (unread !== null) learn(unread);
    else if (data === question && known !== null) channel.postMessage({ unread: known });
  };
  channel.postMessage(question);
  void navigator.locks
    .request(name, { signal: ending.signal }, () =>
      holdLine(address, ending.signal, (unread) => {
        learn(unread);
        channel.postMessage({ unread });
      }),
    )
    .catch(ignore);
  return () => {
    ending.abort();
    channel.close();
  };
}

// The wait for the lock was ended with the tab's interest.
function ignore(): void {
  return;
}

function holdLine(address: string, signal: AbortSignal, onUnread: (unread: number) => void): Promise<void> {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  function connect(): void {
    const opened = new EventSource(address);
    source = opened;
    opened.onmessage = ({ data }: MessageEvent<unknown>) => {
      const unread = parseUnread(data);
      if (unread !== null) onUnread(unread);
    };
    opened.onerror = () => {
      if (opened.readyState === EventSource.CLOSED) retry = setTimeout(connect, retryMs);
    };
  }
  connect();
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => {
      clearTimeout(retry);
      source?.close();
      resolve();
    });
  });
}

/** The number in a message of the feed; null for anything else. */
export function parseUnread(data: unknown): number | null {
  try {
    return unreadIn(JSON.parse(String(data)));
  } catch {
    return null;
  }
}

function unreadIn(message: unknown): number | null {
  const unread = asRecord(message)?.["unread"];
  return typeof unread === "number" && Number.isInteger(unread) && unread >= 0 ? unread : null;
}
