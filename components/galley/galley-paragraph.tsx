import { memo } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { ClaimSpan } from "./claim-span";
import type { Paragraph } from "./layout-claims";

type ParagraphProps = {
  readonly paragraph: Paragraph;
  readonly claims: ReadonlyMap<string, ClaimSummary>;
  readonly scale: Scale;
  readonly selectedId: string | null;
  readonly tabStop: string | null;
};

/** One paragraph. It is painted again only when one of its own claims, or whether one of them is chosen, has changed. */
export const GalleyParagraph = memo(function GalleyParagraph(props: ParagraphProps) {
  const { paragraph, claims, scale, selectedId, tabStop } = props;
  return (
    <p className="relative py-[0.45rem] ps-9 pe-1 wrap-anywhere whitespace-pre-line lazily-laid-out sm:ps-13">
      {paragraph.pieces.map((piece, place) => {
        const claim = piece.claimId === null ? undefined : claims.get(piece.claimId);
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
  if (before.paragraph !== after.paragraph || before.scale !== after.scale) return false;
  return after.paragraph.pieces.every(({ claimId }) => {
    if (claimId === null) return true;
    return (
      before.claims.get(claimId) === after.claims.get(claimId) &&
      (before.selectedId === claimId) === (after.selectedId === claimId) &&
      (before.tabStop === claimId) === (after.tabStop === claimId)
    );
  });
}
