import { tallyOf, verdictMix, type ReportContent } from "@/lib/core/report/content";
import { VerdictChip } from "@/components/verdicts/verdict-chip";

/** How the verdicts are spread: one bar, and the same in words. */
export function MixBar({ content }: { readonly content: ReportContent }) {
  const mix = verdictMix({ scale: content.scale, tally: tallyOf(content.claims) });
  if (mix.length === 0) return null;
  return (
    <figure className="mt-6">
      <div aria-hidden="true" className="print-exact flex h-3 gap-px overflow-hidden rounded-full">
        {mix.map(({ option, count }) => (
          <span key={option.key} data-tone={option.tone} className="bg-tone" style={{ flexGrow: count }} />
        ))}
      </div>
      <figcaption>
        <ul className="mt-2.5 flex flex-wrap gap-x-5 gap-y-1 text-xs">
          {mix.map(({ option, count }) => (
            <li key={option.key} className="inline-flex items-center gap-1.5">
              <VerdictChip scale={content.scale} verdict={option.key} className="font-normal" />{" "}
              <b>{count}</b>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
