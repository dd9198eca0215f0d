import { announcePresence } from "@/lib/server/events/commands";
import { openStream } from "@/lib/server/events/stream";
import type { Actor } from "@/lib/server/auth/actor";

// A second process on the database of a test: it passes on what its stream hears, and says that somebody else is there.
type Task = {
  readonly workspace: string;
  readonly articleId: string;
  readonly claimId: string;
  readonly listener: Actor;
  readonly visitor: Actor;
  readonly tab: string;
};

const { workspace, articleId, claimId, listener, visitor, tab } = JSON.parse(process.argv[2] ?? "") as Task;
const stream = await openStream({
  workspace,
  articleId,
  lastEventId: null,
  findActor: () => Promise.resolve(listener),
  signal: new AbortController().signal,
});
await announcePresence(visitor, { workspace, articleId }, { tab, claimId, typing: false, leaving: false });
for await (const chunk of stream) process.stdout.write(chunk);
