import type { ReactNode } from "react";
import type { Citation, SearchEntry } from "@/lib/core/annotations/annotation";
import type { Stance } from "@/lib/core/sources/source";
import { CitationCard } from "./citation-card";
import { stanceWords } from "./stance-words";

type Numbered = { readonly citation: Citation; readonly place: number };

type EvidenceProps = {
  readonly citations: readonly Citation[];
  readonly searches: readonly SearchEntry[];
  /** What can be done with the citation at this place of the list. */
  readonly actions?: (place: number) => ReactNode;
  /** Tries once more to keep pages that could not be kept; left out for what a colleague cites. */
  readonly onRetry?: () => void;
  /** What stands in the gap of a side that nobody has looked at. */
  readonly gapActions?: (stance: Stance) => ReactNode;
};

/** Evidence for and against beside each other, so that a missing side is seen; context below both. */
export function EvidenceColumns({ citations, searches, actions, onRetry, gapActions }: EvidenceProps) {
  const numbered = citations.map((citation, place) => ({ citation, place }));
  const of = (stance: Stance) => numbered.filter(({ citation }) => citation.stance === stance);
  const context = of("context");
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-2.5">
        {(["supports", "refutes"] as const).map((stance) => (
          <StanceColumn key={stance} stance={stance} found={of(stance)} actions={actions} onRetry={onRetry}>
            <Gap stance={stance} searches={searches}>
              {gapActions?.(stance)}
            </Gap>
          </StanceColumn>
        ))}
      </div>
      {context.length > 0 ? (
        <StanceColumn stance="context" found={context} actions={actions} onRetry={onRetry} />
      ) : null}
    </div>
  );
}

type ColumnProps = {
  readonly stance: Stance;
  readonly found: readonly Numbered[];
  readonly actions: EvidenceProps["actions"];
  readonly onRetry: (() => void) | undefined;
  readonly children?: ReactNode;
};

function StanceColumn({ stance, found, actions, onRetry, children }: ColumnProps) {
  return (
    <section aria-label={`${stanceWords[stance]}: ${found.length}`} className="min-w-0">
      <h4 className="mb-1.5 text-xs font-semibold">
        {stanceWords[stance]} {found.length}
      </h4>
      {found.length === 0 ? children : null}
      <ul className="flex flex-col gap-2">
        {found.map(({ citation, place }) => (
          <li key={place}>
            <CitationCard citation={citation} actions={actions?.(place)} onRetry={onRetry} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const unlookedWords: Record<Stance, string> = {
  supports: "Nothing yet that speaks for it.",
  refutes: "Nothing looked for against it.",
  context: "No context yet.",
};

const unfoundWords: Record<Stance, string> = {
  supports: "Searched, and nothing found that speaks for it.",
  refutes: "Searched, and nothing found against it.",
  context: "No context found.",
};

type GapProps = {
  readonly stance: Stance;
  readonly searches: readonly SearchEntry[];
  readonly children?: ReactNode;
};

function Gap({ stance, searches, children }: GapProps) {
  // A search that says what it was for counts for that side only.
  const looked = searches.some(({ sought }) => sought === null || sought === stance);
  const words = looked ? unfoundWords[stance] : unlookedWords[stance];
  return (
    <div className="rounded-md border border-dashed border-warning px-3 py-2.5 text-xs text-warning">
      <p>{words}</p>
      {children}
    </div>
  );
}
