import { z } from "zod";
import type { LiveMessage } from "@/lib/core/events/event";

const messageSchema = z.object({
  id: z.string(),
  type: z.string(),
  articleId: z.string().nullable(),
  claimId: z.string().nullable(),
  actorId: z.string().nullable(),
});

export type LiveNews = Pick<LiveMessage, "claimId" | "actorId"> & { readonly type: string };

export type LivePorts = {
  readonly address: string;
  /** Claims that something happened to, several messages at once. Null stands for the article as a whole. */
  readonly onNews: (claimIds: ReadonlySet<string | null>) => void;
  /** The line was down for a while: anything may have happened. */
  readonly onReconnect: () => void;
  readonly isOwnEcho: (news: LiveNews) => boolean;
};

const gatherMs = 150;
/** A glance at another tab costs nothing; a tab left in the background gives its connection back. */
const hiddenMs = 10_000;

export function parseNews(data: unknown): LiveNews | null {
  try {
    const parsed = messageSchema.safeParse(JSON.parse(String(data)));
    return parsed.data ?? null;
  } catch {
    return null;
  }
}

/** Whether a message only tells of what this tab has just done and knows already. */
export function isEcho(news: LiveNews, memberId: string, justSaved: (claimId: string) => boolean): boolean {
  if (news.actorId !== memberId || news.claimId === null) return false;
  return (
    (news.type === "annotation.saved" || news.type === "annotation.submitted") && justSaved(news.claimId)
  );
}

/**
 * Listens to the article's events; the browser itself reconnects and asks for what was missed. A browser has some six
 * connections a server over HTTP/1.1 for all tabs: a hidden tab lets go of its own, and catches up when it is seen
 * again. @returns the end.
 */
export function listen({ address, onNews, onReconnect, isOwnEcho }: LivePorts): () => void {
  let gathered = new Set<string | null>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let hiding: ReturnType<typeof setTimeout> | null = null;
  let source: EventSource | null = null;
  let wasDown = false;

  function onMessage(event: MessageEvent<unknown>): void {
    const news = parseNews(event.data);
    if (!news || isOwnEcho(news)) return;
    gathered.add(news.claimId);
    timer ??= setTimeout(() => {
      const claimIds = gathered;
      gathered = new Set();
      timer = null;
      onNews(claimIds);
    }, gatherMs);
  }

  function connect(): void {
    const opened = new EventSource(address);
    source = opened;
    opened.onmessage = onMessage;
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
