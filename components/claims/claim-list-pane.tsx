"use client";

import { lazy, memo, Suspense, useMemo, useRef, type KeyboardEvent, type RefObject } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import {
  claimSorts,
  countClaims,
  noFilter,
  type ClaimFilter,
  type ClaimSort,
} from "@/lib/core/claims/claim-filter";
import type { Scale } from "@/lib/core/verdicts/scale";
import { Kbd } from "@/components/ui/kbd";
import { classNames } from "@/components/ui/class-names";
import { useShortcuts } from "@/components/keys/keys-context";
import { ClaimList } from "./claim-list";
import { sortWords } from "./claim-words";

// Closed at first, and of no use before the claims are there.
const MoreFilters = lazy(() => import("./more-filters").then((part) => ({ default: part.MoreFilters })));

type PaneProps = {
  /** All claims of the article, for the counts, and those that pass the filter. */
  readonly claims: readonly ClaimSummary[];
  readonly passing: readonly ClaimSummary[];
  readonly scale: Scale;
  readonly direction: "ltr" | "rtl";
  readonly selectedId: string | null;
  readonly onSelect: (claimId: string) => void;
  readonly filter: ClaimFilter;
  readonly onFilter: (filter: ClaimFilter) => void;
  readonly filterField: RefObject<HTMLInputElement | null>;
  /** To the next or previous of those that pass. */
  readonly onStep: (step: 1 | -1) => void;
};

/** The claims beside the article, and what finds one among them. */
export const ClaimListPane = memo(function ClaimListPane(props: PaneProps) {
  const { claims, passing, scale, direction, selectedId, onSelect, filter, onFilter, filterField, onStep } =
    props;
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-center gap-x-1 gap-y-2 border-b border-hairline px-2.5 py-2.5">
        <FilterKinds claims={claims} filter={filter} onFilter={onFilter} />
        <WordsField filter={filter} onFilter={onFilter} filterField={filterField} onStep={onStep} />
        {filter.text.trim() === "" ? null : (
          <Matches passing={passing} selectedId={selectedId} onStep={onStep} />
        )}
        <Suspense fallback={<span className="h-5.5 w-full" />}>
          <MoreFilters filter={filter} onFilter={onFilter} scale={scale} />
        </Suspense>
      </div>
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
        {passing.length === 0 ? (
          <NothingPasses
            isEmpty={claims.length === 0}
            onShowAll={() => {
              onFilter(noFilter);
            }}
          />
        ) : (
          <ClaimList
            claims={passing}
            scale={scale}
            direction={direction}
            selectedId={selectedId}
            onSelect={onSelect}
            scroller={scroller}
          />
        )}
      </div>
    </>
  );
});

type WordsFieldProps = Pick<PaneProps, "filter" | "onFilter" | "filterField" | "onStep">;

function WordsField({ filter, onFilter, filterField, onStep }: WordsFieldProps) {
  const shortcuts = useShortcuts();
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onStep(event.shiftKey ? -1 : 1);
  }
  return (
    <label className="relative mx-0.5 w-full">
      <span className="sr-only">Filter claims by words or number</span>
      <input
        ref={filterField}
        type="search"
        value={filter.text}
        placeholder="Words or number"
        aria-keyshortcuts={shortcuts.filter.key}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          onFilter({ ...filter, text: event.target.value });
        }}
        className="h-8 w-full rounded-md border border-control bg-paper px-2.5 text-sm"
      />
      <span className="pointer-events-none absolute end-2 top-1.5 text-muted peer-focus:hidden">
        {filter.text === "" ? <Kbd>{shortcuts.filter.shown}</Kbd> : null}
      </span>
    </label>
  );
}

type NothingProps = { readonly isEmpty: boolean; readonly onShowAll: () => void };

function NothingPasses({ isEmpty, onShowAll }: NothingProps) {
  return (
    <p className="px-4 py-6 text-sm text-muted">
      {isEmpty ? "This article has no claims." : "No claim passes this filter."}{" "}
      {isEmpty ? null : (
        <button type="button" className="text-accent underline" onClick={onShowAll}>
          Show all
        </button>
      )}
    </p>
  );
}

type MatchesProps = Pick<PaneProps, "passing" | "selectedId" | "onStep">;

/** How many claims hold what was typed, which of them is chosen, and the way to the next. */
function Matches({ passing, selectedId, onStep }: MatchesProps) {
  const at = passing.findIndex(({ id }) => id === selectedId);
  const count = passing.length.toLocaleString("en");
  const words = at < 0 ? `${count} found` : `${(at + 1).toLocaleString("en")} of ${count}`;
  return (
    <div className="mx-0.5 flex w-full items-center gap-1 text-xs text-muted">
      <span role="status" className="me-auto tabular-nums">
        {words}
      </span>
      {([-1, 1] as const).map((step) => (
        <button
          key={step}
          type="button"
          aria-label={step === 1 ? "Next match" : "Previous match"}
          title={step === 1 ? "Next match: Enter in the field" : "Previous match: Shift-Enter in the field"}
          disabled={passing.length === 0}
          onClick={() => {
            onStep(step);
          }}
          className="size-6 rounded text-base leading-none hover:bg-panel hover:text-ink"
        >
          <span aria-hidden="true">{step === 1 ? "↓" : "↑"}</span>
        </button>
      ))}
    </div>
  );
}

function FilterKinds({ claims, filter, onFilter }: Pick<PaneProps, "claims" | "filter" | "onFilter">) {
  // A kind that has no claims is only offered where it is always looked for, or where it is chosen.
  const counts = useMemo(
    () => new Map(claimSorts.map((kind) => [kind, countClaims(claims, kind)] as const)),
    [claims],
  );
  const isOffered = (kind: ClaimSort) =>
    kind === "all" || kind === "to_do" || kind === filter.sort || counts.get(kind) !== 0;
  return (
    <div role="group" aria-label="Which claims" className="flex flex-wrap gap-1">
      {claimSorts.filter(isOffered).map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kind === filter.sort}
          onClick={() => {
            onFilter({ ...filter, sort: kind });
          }}
          className={classNames(
            "rounded-full px-2 text-xs leading-6 whitespace-nowrap tabular-nums",
            kind === filter.sort ? "bg-ink text-paper" : "text-muted hover:text-ink",
          )}
        >
          {sortWords[kind]} {counts.get(kind)}
        </button>
      ))}
    </div>
  );
}
