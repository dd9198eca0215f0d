import "server-only";
import type { EventType, LiveMessage } from "@/lib/core/events/event";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { whenStopping } from "../http/stopping";
import { readUnread } from "../notifications/queries";
import { subscribe, type Notice } from "./listener";
import { takePlace } from "./open-streams";
import { heardIn, listPresent } from "./presence";
import { findLiveMessage, listMissed } from "./queries";

type Listening = {
  readonly workspace: string;
  /** Looks the session up again: signing out ends the stream at once, all else with the next heartbeat. */
  readonly findActor: () => Promise<Actor | null>;
  readonly signal: AbortSignal;
};

export type StreamRequest = Listening & {
  readonly articleId: string;
  readonly lastEventId: bigint | null;
};

/** What a stream is told of besides whose session has ended. */
type DeskNotice = Exclude<Notice, { readonly signedOut: string }>;

/** What a stream tells its reader; each asked as they may know of it now. */
type Topic = {
  /** Before anything else: what they do not know yet. */
  readonly begin: (scope: WorkspaceScope) => Promise<readonly string[]>;
  readonly onNotice: (scope: WorkspaceScope, notice: DeskNotice) => Promise<readonly string[]>;
  /** With every heartbeat. */
  readonly onBeat?: (scope: WorkspaceScope) => Promise<readonly string[]>;
};

const heartbeatMs = 15_000;

/** After these somebody may have lost the right to listen: asked at once, not with the next heartbeat. */
const changesMembers: ReadonlySet<string> = new Set<EventType>([
  "member.removed",
  "member.role_changed",
  "token.revoked",
]);

/**
 * What happens in an article, as server-sent events: first what was missed since `lastEventId`, then live. Each message
 * is judged again for this reader; session, membership and role are looked up again at every heartbeat. Who else
 * has the article open comes as events of their own, named `presence`.
 * @throws Refusal signed_out, not_found, too_many
 */
export function openStream(request: StreamRequest): Promise<ReadableStream<Uint8Array>> {
  const { articleId, lastEventId } = request;
  const people = new PeopleTold(articleId);
  return open(request, {
    begin: async (scope) => {
      const missed = lastEventId === null ? [] : await listMissed(scope, articleId, lastEventId);
      return [...missed.map(frame), ...(await people.lookAgain(scope))];
    },
    onBeat: (scope) => people.lookAgain(scope),
    onNotice: async (scope, notice) => {
      if ("presenceIn" in notice) return notice.presenceIn === articleId ? people.look(scope) : [];
      if ("type" in notice && changesMembers.has(notice.type)) return people.lookAgain(scope);
      const message = "id" in notice ? await findLiveMessage(scope, articleId, notice) : null;
      return message ? [frame(message)] : [];
    },
  });
}

/**
 * How many notifications the reader has not read, now and whenever that may have changed: in another tab, on another
 * device, by somebody else's doing.
 * @throws Refusal signed_out, not_found, too_many
 */
export function openBell(request: Listening): Promise<ReadableStream<Uint8Array>> {
  const tell = async (scope: WorkspaceScope) => [
    `data: ${JSON.stringify({ unread: await readUnread(scope) })}\n\n`,
  ];
  return open(request, {
    begin: tell,
    onNotice: async (scope, notice) =>
      "bellOf" in notice && notice.bellOf === scope.memberId ? tell(scope) : [],
  });
}

async function open(request: Listening, topic: Topic): Promise<ReadableStream<Uint8Array>> {
  const scope = await readScope(request);
  const leavePlace = takePlace(scope);
  const feed = new Feed(request, topic, scope, leavePlace);
  let listening: Promise<void> = Promise.resolve();
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => (listening = feed.start(controller)),
    cancel: () => {
      feed.stop();
    },
  });
  // Answered once it listens: whoever has the answer misses nothing from then on.
  try {
    await listening;
  } catch (error) {
    feed.stop();
    throw error;
  }
  return stream;
}

async function readScope({ findActor, workspace }: Listening): Promise<WorkspaceScope> {
  const actor = await findActor();
  if (!actor) throw new Refusal("signed_out", "You are signed out.");
  return authorize(actor, workspace, "article.read");
}

/** One reader's stream. Work is done one after the other, so that messages keep their order. */
class Feed {
  private readonly request: Listening;
  private readonly topic: Topic;
  private scope: WorkspaceScope;
  private queue = Promise.resolve();
  private stopped = false;
  private undo: (() => void)[] = [];

  constructor(request: Listening, topic: Topic, scope: WorkspaceScope, onEnd: () => void) {
    this.request = request;
    this.topic = topic;
    this.scope = scope;
    this.undo.push(onEnd);
  }

  async start(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const { signal } = this.request;
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
        if ("signedOut" in notice) {
          if (notice.signedOut === this.scope.actor.userId) this.scope = await readScope(this.request);
          return;
        }
        if (notice.workspaceId !== this.scope.workspaceId) return;
        if ("type" in notice && changesMembers.has(notice.type)) this.scope = await readScope(this.request);
        for (const text of await this.topic.onNotice(this.scope, notice)) send(text);
      });
    };
    this.undo.push(await subscribe({ onNotice, onLost: close }));
    const heartbeat = setInterval(() => {
      enqueue(async () => {
        this.scope = await readScope(this.request);
        send(": still here\n\n");
        for (const text of (await this.topic.onBeat?.(this.scope)) ?? []) send(text);
      });
    }, heartbeatMs);
    this.undo.push(() => {
      clearInterval(heartbeat);
    });
    // A server that is told to stop waits for its answers, and this one would never end.
    this.undo.push(whenStopping(close));
    if (signal.aborted) this.stop();
    signal.addEventListener("abort", () => {
      this.stop();
    });
    send("retry: 1000\n\n");
    // In its turn: what is heard meanwhile is told in the order in which it was read.
    enqueue(async () => {
      for (const text of await this.topic.begin(this.scope)) send(text);
    });
  }

  stop(): void {
    this.stopped = true;
    for (const undo of this.undo.splice(0)) undo();
  }
}

/** Who is told to be there; told again only when it is another list. */
class PeopleTold {
  private readonly articleId: string;
  private seen = "[]";
  private told = "[]";

  constructor(articleId: string) {
    this.articleId = articleId;
  }

  /** After somebody said something: most often that nothing has changed, which asks nothing of the database. */
  async look(scope: WorkspaceScope): Promise<readonly string[]> {
    const seen = JSON.stringify(heardIn(scope, this.articleId).map((beat) => ({ ...beat, at: 0 })));
    if (seen === this.seen) return [];
    this.seen = seen;
    return this.lookAgain(scope);
  }

  async lookAgain(scope: WorkspaceScope): Promise<readonly string[]> {
    const people = JSON.stringify(await listPresent(scope, this.articleId, heardIn(scope, this.articleId)));
    if (people === this.told) return [];
    this.told = people;
    return [`event: presence\ndata: ${people}\n\n`];
  }
}

function frame(message: LiveMessage): string {
  return `id: ${message.id}\ndata: ${JSON.stringify(message)}\n\n`;
}
