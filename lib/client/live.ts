import type { LiveMessage } from "@/lib/core/events/event";
import { asRecord } from "./as-record";

export type LiveNews = Pick<LiveMessage, "claimId" | "ownVersion">;

export type LivePorts = {
  readonly address: string;
  /** Claims that something happened to, several messages at once. Null stands for the article as a whole. */
  readonly onNews: (claimIds: ReadonlySet<string | null>) => void;
  /** The line was down for a while: anything may have happened. */
  readonly onReconnect: () => void;
  readonly isOwnEcho: (news: LiveNews) => boolean;
  /** Who has the article open, as it came. */
  readonly onPresence?: (data: unknown) => void;
};

const gatherMs = 150;
/** A glance at another tab costs nothing; a tab left in the background gives its connection back. */
const hiddenMs = 10_000;

export function parseNews(data: unknown): LiveNews | null {
  try {
    const { claimId, ownVersion } = asRecord(JSON.parse(String(data))) ?? {};
    if (claimId !== null && typeof claimId !== "string") return null;
    if (ownVersion !== null && !(typeof ownVersion === "number" && Number.isInteger(ownVersion))) return null;
    return { claimId, ownVersion };
  } catch {
    return null;
  }
}

/** Whether a message only tells of a save whose answer this tab has had. One's own from another tab is news. */
export function isEcho(
  { claimId, ownVersion }: LiveNews,
  knownVersion: (claimId: string) => number,
): boolean {
  return claimId !== null && ownVersion !== null && ownVersion <= knownVersion(claimId);
}

/**
 * Listens to the article's events; the browser itself reconnects and asks for what was missed. A browser has some six
 * connections a server over HTTP/1.1 for all tabs: a hidden tab lets go of its own, and catches up when it is seen
 * again. @returns the end.
 */
export function listen({ address, onNews, onReconnect, isOwnEcho, onPresence }: LivePorts): () => void {
  let gathered: LiveNews[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let hiding: ReturnType<typeof setTimeout> | null = null;
  let source: EventSource | null = null;
  let wasDown = false;

  function onMessage(event: MessageEvent<unknown>): void {
    const news = parseNews(event.data);
    if (!news) return;
    gathered.push(news);
    timer ??= setTimeout(() => {
      // Asked only now: the answer to a save often comes a moment after the news of it.
      const claimIds = new Set(gathered.filter((one) => !isOwnEcho(one)).map(({ claimId }) => claimId));
      gathered = [];
      timer = null;
      if (claimIds.size > 0) onNews(claimIds);
    }, gatherMs);
  }

  function connect(): void {
    const opened = new EventSource(address);
    source = opened;
    opened.onmessage = onMessage;
    opened.addEventListener("presence", (event) => onPresence?.(event.data));
    opened.onopen = () => {
      if (wasDown) onReconnect();
      wasDown = false;
    };
    opened.onerror = () => {
      wasDown = true;
      // The browser gives up after an answer that is no stream (signed out, server being replaced): ask again later.
      if (opened.readyState === EventSource.CLOSED) retry = setTimeout(connect, 10_000);
    };
  }

  function letGo(): void {
    source?.close();
    source = null;
    if (retry) clearTimeout(retry);
    wasDown = true;
  }

  function onVisibility(): void {
    if (hiding) clearTimeout(hiding);
    hiding = null;
    if (document.visibilityState === "hidden") hiding = setTimeout(letGo, hiddenMs);
    else if (!source) connect();
  }

  connect();
  onVisibility();
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    letGo();
    if (timer) clearTimeout(timer);
    if (hiding) clearTimeout(hiding);
  };
}
