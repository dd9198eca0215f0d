import type { ReactNode } from "react";
import type { Citation } from "@/lib/core/annotations/annotation";
import { EvidenceCheck } from "./evidence-check";
import { sourceOrigin } from "./source-origin";
import { citedDay } from "@/components/ui/day";
import { SafeLink } from "@/components/ui/safe-link";

type CardProps = {
  /** A citation; its stance is said by the column it stands in, and is not known while a check is blind. */
  readonly citation: Omit<Citation, "stance">;
  readonly actions?: ReactNode;
  /** Tries once more to keep the page; left out where it is not the reader's own to ask for. */
  readonly onRetry?: (() => void) | undefined;
};

/** One use of a source: what it is, what it says in its own words, where exactly. */
export function CitationCard({ citation, actions, onRetry }: CardProps) {
  const { source, quote, locator, accessedOn, archivedUrl } = citation;
  const place = [locator, accessedOn ? `seen ${citedDay(accessedOn)}` : null].filter(Boolean).join(" · ");
  return (
    <div className="rounded-md border border-hairline bg-paper px-3 py-2.5 text-xs wrap-anywhere">
      <p className="font-semibold">
        <SafeLink href={source.url}>{source.title}</SafeLink>
      </p>
      <p className="text-muted">{sourceOrigin(source)}</p>
      {quote ? (
        <blockquote className="mt-1.5 font-serif text-[0.9375rem] leading-5 italic">
          <p className="whitespace-pre-wrap">“{quote}”</p>
        </blockquote>
      ) : (
        <p className="mt-1.5 text-warning">No quote given</p>
      )}
      <EvidenceCheck citation={citation} onRetry={onRetry} />
      {place ? <p className="mt-1.5 text-muted">{place}</p> : null}
      {archivedUrl ? (
        <p className="mt-1">
          <SafeLink href={archivedUrl}>archived copy</SafeLink>
        </p>
      ) : null}
      {actions ? <div className="-ms-1.5 mt-1 flex gap-1">{actions}</div> : null}
    </div>
  );
}
