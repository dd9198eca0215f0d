import type { Approvable } from "@/lib/core/annotations/annotation";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { VerdictChip } from "@/components/verdicts/verdict-chip";
import { useDesk } from "@/components/workbench/desk-context";

type ApprovableListProps = {
  readonly items: readonly Approvable[];
  readonly claims: readonly ClaimSummary[];
  /** The annotations that were taken out of the batch. */
  readonly left: ReadonlySet<string>;
  readonly onToggle: (annotationId: string) => void;
};

/** What a batch will approve, line by line. */
export function ApprovableList({ items, claims, left, onToggle }: ApprovableListProps) {
  const { scale } = useDesk();
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
  if (items.length === 0) return <p className="py-4 text-sm text-muted">No claim passes this filter.</p>;
  return (
    <ul className="divide-y divide-hairline border-t border-hairline">
      {items.map(({ annotationId, claimId, author, verdict }) => {
        const claim = claimOf.get(claimId);
        return (
          <li
            key={annotationId}
            className="[contain-intrinsic-block-size:auto_3.5rem] [content-visibility:auto]"
          >
            <label className="flex items-start gap-3 py-2.5 text-sm">
              <input
                type="checkbox"
                className="mt-1 size-3.5 shrink-0 accent-accent"
                checked={!left.has(annotationId)}
                onChange={() => {
                  onToggle(annotationId);
                }}
              />
              <span className="min-w-0 flex-1">
                <span dir="auto" className="block font-serif leading-6 wrap-anywhere">
                  <span className="me-2 font-sans text-xs text-muted tabular-nums">{claim?.ordinal}</span>
                  {claim?.text}
                </span>
                <span className="mt-0.5 flex flex-wrap items-center gap-2 text-xs text-muted">
                  <VerdictChip scale={scale} verdict={verdict} /> {author.name}
                </span>
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
