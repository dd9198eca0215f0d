"use client";

import { memo, useEffect, useRef } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { classNames } from "@/components/ui/class-names";
import { ClaimMark } from "./claim-mark";
import { claimName } from "./claim-words";

type ClaimListProps = {
  readonly claims: readonly ClaimSummary[];
  readonly scale: Scale;
  readonly direction: "ltr" | "rtl";
  readonly selectedId: string | null;
  readonly onSelect: (claimId: string) => void;
};

/** One line a claim: number, glyph, first words. */
export const ClaimList = memo(function ClaimList({
  claims,
  scale,
  direction,
  selectedId,
  onSelect,
}: ClaimListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [selectedId]);
  return (
    <ol ref={list} className="py-1.5">
      {blocksOf(claims).map((block) => (
        <ClaimBlock
          key={block[0]?.id}
          claims={block}
          scale={scale}
          direction={direction}
          selectedId={selectedId}
          onSelect={onSelect}
        />
      ))}
    </ol>
  );
});

const blockSize = 100;

function blocksOf(claims: readonly ClaimSummary[]): readonly (readonly ClaimSummary[])[] {
  return Array.from({ length: Math.ceil(claims.length / blockSize) }, (_, at) =>
    claims.slice(at * blockSize, (at + 1) * blockSize),
  );
}

/** Lines that are looked at together: in a list of thousands a key press compares claims, not components. */
const ClaimBlock = memo(function ClaimBlock({ claims, selectedId, ...rest }: ClaimListProps) {
  return claims.map((claim) => (
    <ClaimLine
      key={claim.id}
      claim={claim}
      selected={claim.id === selectedId ? "selected" : "other"}
      {...rest}
    />
  ));
}, sameBlock);

function sameBlock(before: ClaimListProps, after: ClaimListProps): boolean {
  const sameRest =
    before.scale === after.scale &&
    before.direction === after.direction &&
    before.onSelect === after.onSelect;
  const same = ({ id }: ClaimSummary) => (id === before.selectedId) === (id === after.selectedId);
  return (
    sameRest &&
    before.claims.length === after.claims.length &&
    after.claims.every((claim, at) => claim === before.claims[at] && same(claim))
  );
}

type ClaimLineProps = Pick<ClaimListProps, "scale" | "direction" | "onSelect"> & {
  readonly claim: ClaimSummary;
  readonly selected: "selected" | "other";
};

const ClaimLine = memo(function ClaimLine({ claim, scale, direction, selected, onSelect }: ClaimLineProps) {
  return (
    <li className="[contain-intrinsic-block-size:auto_2rem] [content-visibility:auto]">
      <button
        type="button"
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
        <span className="w-7 shrink-0 text-end text-xs text-muted tabular-nums">{claim.ordinal}</span>
        <ClaimMark claim={claim} scale={scale} />
        <span
          dir={direction}
          className={classNames("min-w-0 flex-1 truncate", claim.state === "disposed" && "text-muted")}
        >
          {claim.wording ?? claim.text}
        </span>
      </button>
    </li>
  );
});
