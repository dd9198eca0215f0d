import { memo } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { classNames } from "@/components/ui/class-names";
import { claimIn } from "@/lib/client/claim-set";
import { ClaimSpan } from "./claim-span";
import type { GalleyRow } from "./galley-rows";

type ParagraphProps = {
  readonly row: GalleyRow;
  readonly claims: readonly ClaimSummary[];
  readonly scale: Scale;
  readonly selectedId: string | null;
  readonly tabStop: string | null;
};

/** One paragraph. It is painted again only when one of its own claims, or whether one of them is chosen, has changed. */
export const GalleyParagraph = memo(function GalleyParagraph(props: ParagraphProps) {
  const { row, claims, scale, selectedId, tabStop } = props;
  return (
    <p
      className={classNames(
        "relative ps-9 pe-1 wrap-anywhere whitespace-pre-line lazily-laid-out sm:ps-13",
        row.begins && "pt-[0.45rem]",
        row.ends && "pb-[0.45rem]",
      )}
    >
      {row.pieces.map((piece, place) => {
        const claim = claimIn(claims, piece.claimId);
        if (!claim) return piece.text;
        return (
          <ClaimSpan
            key={place}
            piece={piece}
            claim={claim}
            scale={scale}
            selected={claim.id === selectedId ? "selected" : "other"}
            tabStop={claim.id === tabStop ? "yes" : "no"}
          />
        );
      })}
    </p>
  );
}, samePicture);

function samePicture(before: ParagraphProps, after: ParagraphProps): boolean {
  if (before.row !== after.row || before.scale !== after.scale) return false;
  return after.row.pieces.every(({ claimId }) => {
    if (claimId === null) return true;
    return (
      claimIn(before.claims, claimId) === claimIn(after.claims, claimId) &&
      (before.selectedId === claimId) === (after.selectedId === claimId) &&
      (before.tabStop === claimId) === (after.tabStop === claimId)
    );
  });
}
