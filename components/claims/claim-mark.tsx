import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { DisposedGlyph, NoVerdictGlyph, VerdictGlyph } from "@/components/verdicts/verdict-glyph";
import { shownVerdict, stateSigns } from "./claim-words";

type MarkProps = { readonly claim: ClaimSummary; readonly scale: Scale; readonly className?: string };

/** The glyph of a claim in its colour; what it means is said by the name of the thing that holds it. */
export function ClaimMark({ claim, scale, className = "size-3.5" }: MarkProps) {
  const verdict = shownVerdict(claim, scale);
  if (claim.state === "disposed") return <DisposedGlyph className={`${className} text-muted`} />;
  const sign = stateSigns[claim.state];
  if (!verdict && sign) {
    return (
      <span aria-hidden="true" className="w-3.5 text-center text-sm leading-none font-bold text-warning">
        {sign}
      </span>
    );
  }
  if (!verdict) return <NoVerdictGlyph className={`${className} text-muted`} />;
  return (
    <span data-tone={verdict.tone} className="inline-flex text-tone">
      <VerdictGlyph glyph={verdict.glyph} className={className} />
    </span>
  );
}
