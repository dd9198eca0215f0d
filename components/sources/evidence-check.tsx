import type { Citation } from "@/lib/core/annotations/annotation";
import { keepProblems, type CitationCheck } from "@/lib/core/sources/citation-check";
import { textFragmentLink } from "@/lib/core/sources/text-fragment";
import { Difference } from "@/components/revisions/difference";
import { citedDay } from "@/components/ui/day";
import { SafeLink } from "@/components/ui/safe-link";

type EvidenceCheckProps = {
  readonly citation: Pick<Citation, "source" | "quote" | "check">;
  readonly onRetry?: (() => void) | undefined;
};

/** Whether the quote is really in the page as it was kept, or why the page could not be kept. */
export function EvidenceCheck({ citation, onRetry }: EvidenceCheckProps) {
  const { source, check, quote } = citation;
  if (source.url === null) return null;
  if (!check) {
    return (
      <p className="mt-1.5 text-muted">
        {onRetry ? "Keeping a snapshot of the page…" : "No snapshot of the page"}
      </p>
    );
  }
  if (!check.snapshot) {
    return (
      <p className="mt-1.5 text-warning">
        No snapshot: {keepProblems[check.problem]}{" "}
        {onRetry ? (
          <button type="button" className="underline underline-offset-2" onClick={onRetry}>
            Try again
          </button>
        ) : null}
      </p>
    );
  }
  return (
    <div className="mt-1.5 flex flex-col gap-1">
      <Finding check={check} quote={quote} />
      <p className="text-muted">
        Snapshot of {citedDay(check.snapshot.takenAt.slice(0, 10))},{" "}
        <SafeLink href={textFragmentLink(check.snapshot.url, check.foundText)}>look at the page now</SafeLink>
        <span className="block font-mono text-2xs" title="SHA-256 of the snapshot’s text">
          {check.snapshot.sha256.slice(0, 16)}…
        </span>
      </p>
    </div>
  );
}

type Kept = Extract<CitationCheck, { problem: null }>;

function Finding({ check, quote }: { readonly check: Kept; readonly quote: string }) {
  switch (check.finding) {
    case null:
      return null;
    case "exact":
      return <p className="font-medium text-good">✓ The snapshot has these words</p>;
    case "not_found":
      return <p className="font-medium text-danger">✗ The snapshot does not have these words</p>;
    case "close":
      return (
        <div>
          <p className="font-medium text-warning">≈ The snapshot has almost these words. It says:</p>
          <p className="mt-0.5 font-serif text-[0.9375rem] leading-5" dir="auto">
            <Difference before={quote} after={check.foundText ?? ""} />
          </p>
        </div>
      );
  }
}
