import "server-only";
import type { EventType, LiveMessage } from "@/lib/core/events/event";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { subscribe, type Notice } from "./listener";
import { findLiveMessage, listMissed } from "./queries";

export type StreamRequest = {
  readonly workspace: string;
  readonly articleId: string;
  readonly lastEventId: bigint | null;
  /** Looks the session up again: signing out ends the stream with the next heartbeat. */
  readonly findActor: () => Promise<Actor | null>;
  readonly signal: AbortSignal;
};

const heartbeatMs = 15_000;

/** After these somebody may have lost the right to listen: asked at once, not with the next heartbeat. */
const changesMembers: ReadonlySet<string> = new Set<EventType>(["member.removed", "member.role_changed"]);

/**
 * What happens in an article, as server-sent events: first what was missed since `lastEventId`, then live. Each message
 * is judged again for this reader; session, membership and role are looked up again at every heartbeat.
 * @throws Refusal signed_out, not_found
 */
export async function openStream(request: StreamRequest): Promise<ReadableStream<Uint8Array>> {
  const feed = new Feed(request, await readScope(request));
  return new ReadableStream<Uint8Array>({
    start: (controller) => feed.start(controller),
    cancel: () => {
      feed.stop();
    },
  });
}

async function readScope({ findActor, workspace }: StreamRequest): Promise<WorkspaceScope> {
  const actor = await findActor();
  if (!actor) throw new Refusal("signed_out", "You are signed out.");
  return authorize(actor, workspace, "article.read");
}

/** One reader's stream. Work is done one after the other, so that messages keep their order. */
class Feed {
  private readonly request: StreamRequest;
  private scope: WorkspaceScope;
  private queue = Promise.resolve();
  private stopped = false;
  private undo: (() => void)[] = [];

  constructor(request: StreamRequest, scope: WorkspaceScope) {
    this.request = request;
    this.scope = scope;
  }

  async start(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const { signal, articleId, lastEventId } = this.request;
    const encoder = new TextEncoder();
    const send = (text: string) => {
      if (!this.stopped) controller.enqueue(encoder.encode(text));
    };
    // Whatever goes wrong, the stream is closed: the page reconnects and catches up from its last event.
    const close = () => {
      if (this.stopped) return;
      this.stop();
      controller.close();
    };
    const enqueue = (work: () => Promise<void>) => {
      this.queue = this.queue.then(work).catch(close);
    };
    const onNotice = (notice: Notice) => {
      enqueue(async () => {
        if (notice.workspaceId !== this.scope.workspaceId) return;
        if (changesMembers.has(notice.type)) this.scope = await readScope(this.request);
        const message = await findLiveMessage(this.scope, articleId, notice.id);
        if (message) send(frame(message));
      });
    };
    this.undo.push(await subscribe({ onNotice, onLost: close }));
    const heartbeat = setInterval(() => {
      enqueue(async () => {
        this.scope = await readScope(this.request);
        send(": still here\n\n");
      });
    }, heartbeatMs);
    this.undo.push(() => {
      clearInterval(heartbeat);
    });
    if (signal.aborted) this.stop();
    signal.addEventListener("abort", () => {
      this.stop();
    });
    send("retry: 1000\n\n");
    if (lastEventId === null) return;
    for (const message of await listMissed(this.scope, articleId, lastEventId)) send(frame(message));
  }

  stop(): void {
    this.stopped = true;
    for (const undo of this.undo.splice(0)) undo();
  }
}

function frame(message: LiveMessage): string {
  return `id: ${message.id}\ndata: ${JSON.stringify(message)}\n\n`;
}
