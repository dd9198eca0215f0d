import { memo } from "react";
import { isAddressed, type ClaimSummary } from "@/lib/core/claims/claim";
import { findOption, type Scale, type Tone } from "@/lib/core/verdicts/scale";

type Segment = { readonly key: string; readonly tone: Tone; readonly label: string; readonly count: number };

/** What has been found out so far, by verdict in the order of the scale from true to false, then what is disposed. */
function segmentsOf(claims: readonly ClaimSummary[], scale: Scale): readonly Segment[] {
  const addressed = claims.filter(isAddressed);
  const verdicts = [...scale.options].reverse().map((option) => ({
    key: option.key,
    tone: option.tone,
    label: option.label.toLowerCase(),
    count: addressed.filter((claim) => findOption(scale, claim.ruling)?.key === option.key).length,
  }));
  const colours = verdicts.filter(({ tone }) => tone !== "neutral");
  const others = verdicts.filter(({ tone }) => tone === "neutral");
  const disposed = addressed.filter((claim) => claim.state === "disposed").length;
  return [
    ...colours,
    ...others,
    { key: "disposed", tone: "neutral" as const, label: "not to be checked", count: disposed },
  ].filter(({ count }) => count > 0);
}

/** "10 of 17 addressed", and the same as one bar. */
export const CoverageBar = memo(function CoverageBar({
  claims,
  scale,
}: {
  readonly claims: readonly ClaimSummary[];
  readonly scale: Scale;
}) {
  const segments = segmentsOf(claims, scale);
  const addressed = claims.filter(isAddressed).length;
  const words = segments.map(({ label, count }) => `${count} ${label}`).join(", ");
  return (
    <div className="flex items-center gap-3 text-sm whitespace-nowrap text-muted">
      <span>
        {addressed} of {claims.length} <span className="hidden sm:inline">addressed</span>
      </span>
      <span
        role="img"
        aria-label={words === "" ? "Nothing addressed yet" : `Addressed: ${words}`}
        title={words}
        className="hidden h-1.5 w-40 overflow-hidden rounded-full bg-hairline lg:flex"
      >
        {segments.map(({ key, tone, count }) => (
          <span
            key={key}
            data-tone={tone}
            className="h-full border-e border-paper bg-tone last:border-e-0"
            style={{ width: `${(100 * count) / Math.max(1, claims.length)}%` }}
          />
        ))}
      </span>
    </div>
  );
});
