import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { DisposedGlyph, NoVerdictGlyph, VerdictGlyph } from "@/components/verdicts/verdict-glyph";
import { shownVerdict } from "./claim-words";

type MarkProps = { readonly claim: ClaimSummary; readonly scale: Scale; readonly className?: string };

/** The glyph of a claim in its colour; what it means is said by the name of the thing that holds it. */
export function ClaimMark({ claim, scale, className = "size-3.5" }: MarkProps) {
  const verdict = shownVerdict(claim, scale);
  if (claim.state === "disposed") return <DisposedGlyph className={`${className} text-muted`} />;
  if (!verdict) return <NoVerdictGlyph className={`${className} text-muted`} />;
  return (
    <span data-tone={verdict.tone} className="inline-flex text-tone">
      <VerdictGlyph glyph={verdict.glyph} className={className} />
    </span>
  );
}
