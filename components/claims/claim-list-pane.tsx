"use client";

import type { RefObject } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { Kbd } from "@/components/ui/kbd";
import { classNames } from "@/components/ui/class-names";
import { shortcuts } from "@/lib/client/shortcuts";
import { claimFilters, countClaims, filterWords, type ClaimFilter } from "./claim-filter";
import { ClaimList } from "./claim-list";

export type ListFilter = { readonly kind: ClaimFilter; readonly typed: string };

type PaneProps = {
  /** All claims of the article, for the counts, and those that pass the filter. */
  readonly claims: readonly ClaimSummary[];
  readonly passing: readonly ClaimSummary[];
  readonly scale: Scale;
  readonly direction: "ltr" | "rtl";
  readonly selectedId: string | null;
  readonly onSelect: (claimId: string) => void;
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly filterField: RefObject<HTMLInputElement | null>;
};

export function ClaimListPane(props: PaneProps) {
  const { claims, passing, scale, direction, selectedId, onSelect, filter, onFilter, filterField } = props;
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-center gap-x-1 gap-y-2 border-b border-hairline px-2.5 py-2.5">
        <FilterKinds claims={claims} filter={filter} onFilter={onFilter} />
        <label className="relative mx-0.5 w-full">
          <span className="sr-only">Filter claims by words or number</span>
          <input
            ref={filterField}
            type="search"
            value={filter.typed}
            placeholder="Words or number"
            aria-keyshortcuts={shortcuts.filter.key}
            onChange={(event) => {
              onFilter({ ...filter, typed: event.target.value });
            }}
            className="h-8 w-full rounded-md border border-control bg-paper px-2.5 text-sm"
          />
          <span className="pointer-events-none absolute end-2 top-1.5 text-muted peer-focus:hidden">
            {filter.typed === "" ? <Kbd>{shortcuts.filter.shown}</Kbd> : null}
          </span>
        </label>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {passing.length === 0 ? (
          <p className="px-4 py-6 text-sm text-muted">
            {claims.length === 0 ? "This article has no claims." : "No claim passes this filter."}{" "}
            {claims.length > 0 ? (
              <button
                type="button"
                className="text-accent underline"
                onClick={() => {
                  onFilter({ kind: "all", typed: "" });
                }}
              >
                Show all
              </button>
            ) : null}
          </p>
        ) : (
          <ClaimList
            claims={passing}
            scale={scale}
            direction={direction}
            selectedId={selectedId}
            onSelect={onSelect}
          />
        )}
      </div>
    </>
  );
}

function FilterKinds({ claims, filter, onFilter }: Pick<PaneProps, "claims" | "filter" | "onFilter">) {
  // A kind that has no claims is only offered where it is always looked for, or where it is chosen.
  const isOffered = (kind: ClaimFilter) =>
    kind === "all" || kind === "to_do" || kind === filter.kind || countClaims(claims, kind) > 0;
  return (
    <div role="group" aria-label="Which claims" className="flex flex-wrap gap-1">
      {claimFilters.filter(isOffered).map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kind === filter.kind}
          onClick={() => {
            onFilter({ ...filter, kind });
          }}
          className={classNames(
            "rounded-full px-2 text-xs leading-6 whitespace-nowrap tabular-nums",
            kind === filter.kind ? "bg-ink text-paper" : "text-muted hover:text-ink",
          )}
        >
          {filterWords[kind]} {countClaims(claims, kind)}
        </button>
      ))}
    </div>
  );
}
