import Link from "next/link";
import { mostCounted, personalKinds, type QueueCounts, type QueueItem } from "@/lib/core/queue/queue";
import { Due } from "@/components/assignments/due";
import { queueWords } from "@/components/queue/queue-words";

type QueueProps = {
  readonly queue: readonly QueueItem[];
  readonly counts: QueueCounts;
  readonly base: string;
  readonly now: string;
};

/** The most urgent of what waits for the reader, each line leading straight to its claim. */
export function Queue({ queue, counts, base, now }: QueueProps) {
  const waiting = personalKinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  const more = personalKinds.some((kind) => (counts[kind] ?? 0) >= mostCounted) ? "+" : "";
  return (
    <section aria-labelledby="queue" className="mt-10">
      <div className="flex items-baseline justify-between gap-4 border-b border-ink pb-2">
        <h2 id="queue" className="text-base font-semibold">
          Waiting for me
          {waiting > 0 ? (
            <span className="ms-2 font-normal text-muted">
              {waiting}
              {more}
            </span>
          ) : null}
        </h2>
        <Link href={`${base}/queue`} className="text-sm text-accent underline">
          Whole queue
        </Link>
      </div>
      {queue.length === 0 ? (
        <p className="py-6 text-muted">
          Nothing waits for you. Open an article below and check its next claim.
        </p>
      ) : null}
      <ul className="divide-y divide-hairline">
        {queue.map((item) => (
          <li key={`${item.kind} ${item.claim.id} ${item.note?.id ?? item.assignment?.id ?? ""}`}>
            <QueueLink item={item} base={base} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type QueueLinkProps = { readonly item: QueueItem; readonly base: string; readonly now: string };

function QueueLink({ item, base, now }: QueueLinkProps) {
  const { kind, articleId, articleTitle, claim, assignment } = item;
  return (
    <Link
      href={`${base}/articles/${articleId}?claim=${claim.id}`}
      className="grid gap-x-4 gap-y-0.5 py-2.5 -outline-offset-2 hover:bg-panel sm:grid-cols-[9rem_minmax(0,1fr)]"
    >
      <span
        className={kind === "assigned" ? "text-xs leading-6 text-muted" : "text-xs leading-6 text-warning"}
      >
        {queueWords[kind].name}
      </span>
      <span className="min-w-0">
        <span dir="auto" className="block truncate font-serif text-base">
          {claim.wording ?? claim.text}
        </span>
        <span className="block truncate text-xs text-muted">
          {articleTitle}, claim {claim.ordinal}
          {assignment?.dueAt ? ", " : ""}
          <Due dueAt={assignment?.dueAt ?? null} now={now} />
        </span>
      </span>
    </Link>
  );
}
