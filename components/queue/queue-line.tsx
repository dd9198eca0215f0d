import Link from "next/link";
import type { ReactNode } from "react";
import type { QueueItem } from "@/lib/core/queue/queue";
import { stateWords } from "@/components/claims/claim-words";
import { workWords } from "@/components/assignments/assignment-words";
import { Due } from "@/components/assignments/due";

type QueueLineProps = {
  readonly item: QueueItem;
  readonly base: string;
  readonly now: string;
  /** Before the words: the box that chooses the claim. */
  readonly choice?: ReactNode;
  readonly actions?: ReactNode;
};

/** One claim that waits; its words lead straight to it. */
export function QueueLine({ item, base, now, choice, actions }: QueueLineProps) {
  const { claim, articleId, articleTitle, note } = item;
  return (
    <li className="flex items-start gap-3 py-3">
      {choice}
      <div className="min-w-0 flex-1">
        <Link href={`${base}/articles/${articleId}?claim=${claim.id}`} className="block hover:underline">
          <span dir="auto" className="line-clamp-2 font-serif text-base leading-6">
            {claim.wording ?? claim.text}
          </span>
        </Link>
        {note ? (
          <p dir="auto" className="mt-1 line-clamp-2 border-s-2 border-accent ps-2 text-sm wrap-anywhere">
            <span className="font-semibold">{note.author}:</span> {note.body}
          </p>
        ) : null}
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs wrap-anywhere text-muted">
          <span>
            {articleTitle}, claim {claim.ordinal}
          </span>
          <Facts item={item} now={now} />
        </p>
        {actions ? <div className="-ms-1.5 mt-0.5 flex gap-1">{actions}</div> : null}
      </div>
    </li>
  );
}

function Facts({ item, now }: { readonly item: QueueItem; readonly now: string }) {
  const { kind, assignment, claim } = item;
  if (assignment === null) return <span>{stateWords[claim.state]}</span>;
  if (kind === "returned") {
    const why = assignment.reason === null ? "left it too long" : `skipped it: ${assignment.reason}`;
    return (
      <span>
        {assignment.member} {why}
      </span>
    );
  }
  return (
    <>
      <span>
        to {workWords[assignment.kind]}, from {assignment.member}
      </span>
      <Due dueAt={assignment.dueAt} now={now} />
      <span>{stateWords[claim.state]}</span>
    </>
  );
}
