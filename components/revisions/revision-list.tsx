import Link from "next/link";
import type { RevisionSummary } from "@/lib/core/anchors/revision";
import { Moment } from "@/components/ui/moment";
import { countWords } from "./fate-words";

type RevisionListProps = {
  readonly revisions: readonly RevisionSummary[];
  /** The address that the numbers are put behind. */
  readonly base: string;
  readonly shown?: number;
};

/** The versions of the text, newest first: who brought which, and what it did to the claims. */
export function RevisionList({ revisions, base, shown }: RevisionListProps) {
  return (
    <ol className="flex flex-col gap-4 text-sm">
      {revisions.map(({ number, createdAt, createdBy, counts }) => (
        <li key={number} className="border-s-2 border-hairline ps-3">
          <Link
            href={`${base}/${number}`}
            aria-current={number === shown ? "page" : undefined}
            className="font-medium text-accent underline underline-offset-2 aria-[current]:text-ink aria-[current]:no-underline"
          >
            Revision {number}
          </Link>
          {number === revisions[0]?.number ? <span className="text-muted"> · the text now</span> : null}
          <span className="block text-xs wrap-anywhere text-muted">
            {createdBy.name}, <Moment at={createdAt} />
          </span>
          <span className="block text-xs text-muted">{countWords(counts)}</span>
        </li>
      ))}
    </ol>
  );
}
