import { memo } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale, ScaleOption } from "@/lib/core/verdicts/scale";
import { claimName, shownVerdict, stateSigns } from "@/components/claims/claim-words";
import { PointAtClaim } from "@/components/presence/people";
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
  return (
    <>
      {piece.number === "none" ? null : <ClaimNumber claim={claim} place={piece.number} />}
      <span
        {...(piece.opens ? handleOf(claim, scale, selected, tabStop) : {})}
        data-claim={claim.id}
        data-tone={verdict?.tone}
        data-ruled={claim.ruling === null ? undefined : ""}
        className={classNames(
          "cursor-pointer scroll-my-24 rounded-xs aria-pressed:focus-visible:outline-1 max-lg:scroll-mb-[70dvh]",
          verdict && "verdict-underline",
          selected === "selected" && "highlighter",
          claim.state === "disposed" && "text-muted",
        )}
      >
        {piece.text}
      </span>
      {piece.closes && verdict ? <ClaimGlyph verdict={verdict} /> : null}
    </>
  );
});

/** Makes the run the claim's own button, with its name. */
function handleOf(
  claim: ClaimSummary,
  scale: Scale,
  selected: ClaimSpanProps["selected"],
  tabStop: ClaimSpanProps["tabStop"],
) {
  return {
    id: `claim-${claim.id}`,
    role: "button",
    tabIndex: tabStop === "yes" ? 0 : -1,
    "aria-label": `${claimName(claim, scale)}: ${claim.text}`,
    "aria-pressed": selected === "selected",
  } as const;
}

function ClaimGlyph({ verdict }: { readonly verdict: ScaleOption }) {
  return (
    <sup
      data-tone={verdict.tone}
      aria-hidden="true"
      className="relative -top-1.5 ms-0.5 align-baseline whitespace-nowrap text-tone select-none"
    >
      {/* A word joiner: the glyph never begins a line. */}
      {"\u2060"}
      <VerdictGlyph glyph={verdict.glyph} className="size-3" />
    </sup>
  );
}

/** Hangs in the margin at the height of its first word, or stands small in the line. */
function ClaimNumber({ claim, place }: { readonly claim: ClaimSummary; readonly place: "margin" | "line" }) {
  const sign = stateSigns[claim.state];
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "font-sans text-2xs leading-none text-muted tabular-nums select-none",
        place === "margin"
          ? "absolute start-0 w-7 pt-[0.6rem] text-end sm:w-9"
          : "relative -top-1.5 me-0.5 text-[0.625rem]",
      )}
    >
      <PointAtClaim claimId={claim.id} />
      {sign ? <span className="me-0.5 font-bold text-warning">{sign}</span> : null}
      {claim.ordinal}
    </span>
  );
}
