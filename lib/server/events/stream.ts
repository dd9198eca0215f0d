import "server-only";
import type { LiveMessage } from "@/lib/core/events/event";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { findLiveMessage, listMissed } from "./queries";
import { subscribe, type Notice } from "./listener";

type Target = { readonly workspace: string; readonly articleId: string };

const heartbeatMs = 15_000;

/**
 * What happens in an article, as server-sent events: first what was missed since `lastEventId`, then live. Each message
 * is judged again for this reader, and membership is judged again at every heartbeat.
 */
export async function openStream(
  actor: Actor,
  target: Target,
  lastEventId: bigint | null,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const encoder = new TextEncoder();
  let stop = () => {};

  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        controller.enqueue(encoder.encode(text));
      };
      const deliver = async ({ workspaceId, id }: Notice) => {
        if (workspaceId !== scope.workspaceId) return;
        const message = await findLiveMessage(scope, target.articleId, id);
        if (message) send(frame(message));
      };
      // One after the other, so that messages keep their order; a failure closes the stream and the page reconnects.
      let queue = Promise.resolve();
      const fail = () => {
        stop();
        controller.close();
      };
      const enqueue = (work: () => Promise<void>) => {
        queue = queue.then(work).catch(fail);
      };
      const unsubscribe = await subscribe((notice) => {
        enqueue(() => deliver(notice));
      });
      const heartbeat = setInterval(() => {
        enqueue(async () => {
          await authorize(actor, target.workspace, "article.read");
          send(": still here\n\n");
        });
      }, heartbeatMs);
      stop = () => {
        unsubscribe();
        clearInterval(heartbeat);
        stop = () => {};
      };
      signal.addEventListener(
        "abort",
        () => {
          stop();
        },
        { once: true },
      );
      send("retry: 1000\n\n");
      if (lastEventId !== null) {
        for (const message of await listMissed(scope, target.articleId, lastEventId)) send(frame(message));
      }
    },
    cancel() {
      stop();
    },
  });
}

function frame(message: LiveMessage): string {
  return `id: ${message.id}\ndata: ${JSON.stringify(message)}\n\n`;
}
