"use client";

import { memo, type RefObject } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { classNames } from "@/components/ui/class-names";
import { LongList, windowedFrom } from "@/components/ui/long-list";
import { PeopleAtClaim } from "@/components/presence/people";
import { Revealed } from "./revealed";
import { placeOf } from "@/lib/client/claim-set";
import { ClaimMark } from "./claim-mark";
import { claimName } from "./claim-words";

type ClaimListProps = {
  readonly claims: readonly ClaimSummary[];
  readonly scale: Scale;
  readonly direction: "ltr" | "rtl";
  readonly selectedId: string | null;
  readonly onSelect: (claimId: string) => void;
  /** What the list alone scrolls in: then a long one keeps only what is near the window in the page. */
  readonly scroller?: RefObject<HTMLElement | null>;
};

const lineHeight = 32;

/** One line a claim: number, glyph, first words. */
export const ClaimList = memo(function ClaimList(props: ClaimListProps) {
  const { claims, scale, direction, selectedId, onSelect, scroller } = props;
  const isLong = scroller !== undefined && claims.length > windowedFrom;
  const selectedAt = isLong ? placeOf(claims, selectedId) : -1;
  const chosen = <Revealed id={selectedId === null ? null : lineId(selectedId)} />;
  const line = (claim: ClaimSummary) => (
    <ClaimLine
      key={claim.id}
      claim={claim}
      scale={scale}
      direction={direction}
      selected={claim.id === selectedId ? "selected" : "other"}
      onSelect={onSelect}
    />
  );
  if (!isLong) {
    return (
      <ol className="py-1.5">
        {claims.map((claim) => (
          <li key={claim.id} className="[contain-intrinsic-block-size:auto_2rem] [content-visibility:auto]">
            {line(claim)}
          </li>
        ))}
        {chosen}
      </ol>
    );
  }
  return (
    <div className="py-1.5">
      <LongList
        label="Claims"
        rows={claims}
        scroller={scroller}
        rowHeight={lineHeight}
        kept={selectedAt < 0 ? [] : [selectedAt]}
      >
        {line}
      </LongList>
      {chosen}
    </div>
  );
});

const lineId = (claimId: string) => `line-${claimId}`;

type ClaimLineProps = Pick<ClaimListProps, "scale" | "direction" | "onSelect"> & {
  readonly claim: ClaimSummary;
  readonly selected: "selected" | "other";
};

const ClaimLine = memo(function ClaimLine({ claim, scale, direction, selected, onSelect }: ClaimLineProps) {
  return (
    <button
      type="button"
      id={lineId(claim.id)}
      aria-current={selected === "selected" ? "true" : undefined}
      aria-label={`${claimName(claim, scale)}: ${claim.text}`}
      onClick={() => {
        onSelect(claim.id);
      }}
      className={classNames(
        "flex h-8 w-full items-center gap-2 border-s-3 ps-1 pe-3 text-start text-sm -outline-offset-2",
        selected === "selected" ? "border-accent bg-selection" : "border-transparent hover:bg-panel",
      )}
    >
      <span className="min-w-7 shrink-0 text-end text-xs text-muted tabular-nums">{claim.ordinal}</span>
      <ClaimMark claim={claim} scale={scale} />
      <span
        dir={direction}
        className={classNames("min-w-0 flex-1 truncate", claim.state === "disposed" && "text-muted")}
      >
        {claim.wording ?? claim.text}
      </span>
      <PeopleAtClaim claimId={claim.id} />
    </button>
  );
});
