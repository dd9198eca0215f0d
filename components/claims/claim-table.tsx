"use client";

import { memo, useEffect, useMemo, useRef, type ReactElement, type RefObject } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { findOption, type Scale, type ScaleOption } from "@/lib/core/verdicts/scale";
import { classNames } from "@/components/ui/class-names";
import { windowedFrom } from "@/components/ui/long-list";
import { Windowed } from "@/components/ui/windowed";
import { VerdictGlyph } from "@/components/verdicts/verdict-glyph";
import { reveal } from "@/lib/client/reveal";
import { dispositionWords, stateWords } from "./claim-words";

type ClaimTableProps = {
  readonly claims: readonly ClaimSummary[];
  readonly scale: Scale;
  readonly direction: "ltr" | "rtl";
  readonly selectedId: string | null;
  readonly onSelect: (claimId: string) => void;
  readonly marked: ReadonlySet<string>;
  /** Marks or unmarks a claim; with `through`, all from the one that was marked last. */
  readonly onMark: (claimId: string, through: boolean) => void;
  readonly onMarkAll: (all: boolean) => void;
};

// Beside the inspector of a small screen the words have the room, and of a verdict there is its glyph.
const columns =
  "grid grid-cols-[1.25rem_2.5rem_minmax(0,1fr)_4.75rem_3.5rem_7.5rem] @3xl:grid-cols-[2rem_3.25rem_minmax(0,1fr)_9rem_9rem_8.5rem] items-center gap-x-3 px-4";
const rowHeight = 34;

/** One row a claim, as dense as can be read, to go through and to mark. */
export function ClaimTable(props: ClaimTableProps) {
  const { claims, scale, direction, selectedId, onSelect, marked, onMark, onMarkAll } = props;
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => (selectedId === null ? undefined : reveal(`row-${selectedId}`)), [selectedId]);
  const row = (claim: ClaimSummary) => (
    <ClaimRow
      key={claim.id}
      claim={claim}
      scale={scale}
      direction={direction}
      isSelected={claim.id === selectedId}
      isMarked={marked.has(claim.id)}
      onSelect={onSelect}
      onMark={onMark}
    />
  );
  const isAllMarked = claims.length > 0 && claims.every(({ id }) => marked.has(id));
  return (
    <div
      role="table"
      aria-label="Claims as a table"
      aria-rowcount={claims.length + 1}
      className="@container flex min-h-0 flex-1 flex-col text-sm max-md:overflow-x-auto"
    >
      <div role="rowgroup" className="max-md:min-w-[36rem]">
        <div
          role="row"
          aria-rowindex={1}
          className={classNames(columns, "h-9 border-b border-hairline text-xs font-semibold text-muted")}
        >
          <span role="columnheader">
            <input
              type="checkbox"
              aria-label="Mark all that are shown"
              checked={isAllMarked}
              onChange={() => {
                onMarkAll(!isAllMarked);
              }}
              className="size-3.5 accent-accent"
            />
          </span>
          {["No.", "Words", "My verdict", "Ruling", "State"].map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
      </div>
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto max-md:min-w-[36rem]">
        <Rows claims={claims} selectedId={selectedId} scroller={scroller} row={row} />
      </div>
    </div>
  );
}

type RowsProps = Pick<ClaimTableProps, "claims" | "selectedId"> & {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly row: (claim: ClaimSummary) => ReactElement;
};

function Rows({ claims, selectedId, scroller, row }: RowsProps) {
  const isLong = claims.length > windowedFrom;
  const selectedAt = useMemo(() => claims.findIndex(({ id }) => id === selectedId), [claims, selectedId]);
  if (isLong) {
    return (
      <Windowed
        as="table"
        rows={claims}
        scroller={scroller}
        rowHeight={rowHeight}
        kept={selectedAt < 0 ? [] : [selectedAt]}
      >
        {row}
      </Windowed>
    );
  }
  return (
    <div role="rowgroup">
      {claims.map((claim, place) => (
        <div key={claim.id} role="row" aria-rowindex={place + 2}>
          {row(claim)}
        </div>
      ))}
    </div>
  );
}

type ClaimRowProps = Pick<ClaimTableProps, "scale" | "direction" | "onSelect" | "onMark"> & {
  readonly claim: ClaimSummary;
  readonly isSelected: boolean;
  readonly isMarked: boolean;
};

const ClaimRow = memo(function ClaimRow(props: ClaimRowProps) {
  const { claim, scale, direction, isSelected, isMarked, onSelect, onMark } = props;
  return (
    <div
      role="presentation"
      id={`row-${claim.id}`}
      className={classNames(
        columns,
        "h-[34px] border-b border-hairline/60",
        isSelected ? "bg-selection" : isMarked && "bg-panel",
      )}
    >
      <span role="cell">
        <input
          type="checkbox"
          aria-label={`Mark claim ${claim.ordinal}`}
          checked={isMarked}
          onChange={(event) => {
            onMark(claim.id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey);
          }}
          className="size-3.5 accent-accent"
        />
      </span>
      <span role="cell" className="text-xs text-muted tabular-nums">
        {claim.ordinal}
      </span>
      <span role="cell" className="min-w-0">
        <button
          type="button"
          dir={direction}
          aria-current={isSelected ? "true" : undefined}
          onClick={() => {
            onSelect(claim.id);
          }}
          className={classNames(
            "block w-full truncate text-start -outline-offset-1",
            claim.state === "disposed" && "text-muted",
          )}
        >
          {claim.wording ?? claim.text}
        </button>
      </span>
      <Verdict option={findOption(scale, claim.myVerdict)} />
      <Verdict option={findOption(scale, claim.ruling)} />
      <span role="cell" className="truncate text-xs text-muted">
        {claim.state === "disposed" ? dispositionWords[claim.disposition] : stateWords[claim.state]}
      </span>
    </div>
  );
});

function Verdict({ option }: { readonly option: ScaleOption | null }) {
  return (
    <span
      role="cell"
      data-tone={option?.tone}
      title={option?.label}
      className="relative flex min-w-0 items-center gap-1.5 text-xs"
    >
      {option ? (
        <>
          <VerdictGlyph glyph={option.glyph} className="size-3.5 shrink-0 text-tone" />
          <span className="truncate @max-3xl:sr-only">{option.label}</span>
        </>
      ) : (
        <span aria-hidden="true" className="text-muted">
          –
        </span>
      )}
    </span>
  );
}
