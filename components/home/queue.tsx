import Link from "next/link";
import type { QueueItem } from "@/lib/core/claims/workbench";

const reasonWords: Record<QueueItem["reason"], string> = {
  changes_requested: "Changes asked for",
  to_review: "To review",
  disputed: "Disputed",
  assigned: "Yours to check",
};

const shown = 12;

/** What waits for the reader, each line leading straight to its claim. */
export function Queue({ queue, base }: { readonly queue: readonly QueueItem[]; readonly base: string }) {
  return (
    <section aria-labelledby="queue" className="mt-10">
      <h2 id="queue" className="border-b border-ink pb-2 text-base font-semibold">
        Waiting for me
        {queue.length > 0 ? <span className="ms-2 font-normal text-muted">{queue.length}</span> : null}
      </h2>
      {queue.length === 0 ? (
        <p className="py-6 text-muted">
          Nothing waits for you. Open an article below and check its next claim.
        </p>
      ) : null}
      <ul className="divide-y divide-hairline">
        {queue.slice(0, shown).map(({ articleId, articleTitle, claim, reason }) => (
          <li key={`${reason} ${claim.id}`}>
            <Link
              href={`${base}/articles/${articleId}?claim=${claim.id}`}
              className="grid gap-x-4 gap-y-0.5 py-2.5 -outline-offset-2 hover:bg-panel sm:grid-cols-[9rem_minmax(0,1fr)]"
            >
              <span
                className={
                  reason === "assigned" ? "text-xs leading-6 text-muted" : "text-xs leading-6 text-warning"
                }
              >
                {reasonWords[reason]}
              </span>
              <span className="min-w-0">
                <span dir="auto" className="block truncate font-serif text-base">
                  {claim.wording ?? claim.text}
                </span>
                <span className="block truncate text-xs text-muted">
                  {articleTitle}, claim {claim.ordinal}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {queue.length > shown ? (
        <p className="mt-3 text-xs text-muted">and {queue.length - shown} more</p>
      ) : null}
    </section>
  );
}
