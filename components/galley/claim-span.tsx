import { memo } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { claimName, shownVerdict } from "@/components/claims/claim-words";
import { VerdictGlyph } from "@/components/verdicts/verdict-glyph";
import { classNames } from "@/components/ui/class-names";
import type { Piece } from "./layout-claims";

type ClaimSpanProps = {
  readonly piece: Piece;
  readonly claim: ClaimSummary;
  readonly scale: Scale;
  readonly selected: "selected" | "other";
  readonly tabStop: "yes" | "no";
};

/**
 * The words of a claim (or a part of them, where another claim lies inside). The run that opens the claim can be
 * focused and bears its name; clicks and keys are heard by the galley around it.
 */
export const ClaimSpan = memo(function ClaimSpan({ piece, claim, scale, selected, tabStop }: ClaimSpanProps) {
  const verdict = shownVerdict(claim, scale);
  const handle = piece.opens
    ? ({
        id: `claim-${claim.id}`,
        role: "button",
        tabIndex: tabStop === "yes" ? 0 : -1,
        "aria-label": `${claimName(claim, scale)}: ${claim.text}`,
        "aria-pressed": selected === "selected",
      } as const)
    : {};
  return (
    <>
      {piece.number === "none" ? null : <ClaimNumber claim={claim} place={piece.number} />}
      <span
        {...handle}
        data-claim={claim.id}
        data-tone={verdict?.tone}
        data-ruled={claim.ruling === null ? undefined : ""}
        className={classNames(
          "cursor-pointer scroll-my-24 rounded-xs",
          verdict && "verdict-underline",
          selected === "selected" && "highlighter",
          claim.state === "disposed" && "text-muted",
        )}
      >
        {piece.text}
      </span>
      {piece.closes && verdict ? (
        <sup
          data-tone={verdict.tone}
          aria-hidden="true"
          className="relative -top-1.5 ms-0.5 align-baseline text-tone select-none"
        >
          <VerdictGlyph glyph={verdict.glyph} className="size-3" />
        </sup>
      ) : null}
    </>
  );
});

const signs: Partial<Record<ClaimSummary["state"], string>> = {
  disputed: "≠",
  stale: "↻",
  changes_requested: "!",
};

/** Hangs in the margin at the height of its first word, or stands small in the line. */
function ClaimNumber({ claim, place }: { readonly claim: ClaimSummary; readonly place: "margin" | "line" }) {
  const sign = signs[claim.state];
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "font-sans text-2xs leading-none text-muted select-none",
        place === "margin"
          ? "absolute start-0 w-7 pt-[0.6rem] text-end sm:w-9"
          : "relative -top-1.5 me-0.5 text-[0.625rem]",
      )}
    >
      {sign ? <span className="me-0.5 font-bold text-warning">{sign}</span> : null}
      {claim.ordinal}
    </span>
  );
}
