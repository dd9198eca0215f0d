import { ratingOf } from "@/lib/core/verdicts/rating";
import type { Scale, ScaleOption } from "@/lib/core/verdicts/scale";
import { Kbd } from "@/components/ui/kbd";
import { VerdictGlyph } from "./verdict-glyph";

const heads = ["Verdict", "Key", "ClaimReview", "AVeriTeC", "Magazine"];

/** The options of a scale in the order of the house, with their names in other formats. */
export function ScaleTable({ scale }: { readonly scale: Pick<Scale, "options" | "name"> }) {
  return (
    // A table that is wider than the screen scrolls by itself; whoever has no mouse can scroll it too.
    <div tabIndex={0} role="region" aria-label={scale.name} className="mt-4 overflow-x-auto">
      <table className="w-full min-w-140 text-start text-sm">
        <thead>
          <tr className="border-b border-hairline text-start text-xs text-muted">
            {heads.map((head) => (
              <th key={head} scope="col" className="py-2 pe-4 text-start font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-hairline">
          {scale.options.map((option) => (
            <tr key={option.key} className="align-top">
              <th scope="row" className="py-2.5 pe-4 text-start font-normal">
                <span data-tone={option.tone} className="flex items-center gap-2 font-semibold text-tone">
                  <VerdictGlyph glyph={option.glyph} />
                  {option.label}
                </span>
                <span className="mt-0.5 block text-xs text-muted">{option.description}</span>
              </th>
              <td className="py-2.5 pe-4">
                <Kbd>{option.shortcut}</Kbd>
              </td>
              <td className="py-2.5 pe-4 tabular-nums">{ratingWords(scale, option)}</td>
              <td className="py-2.5 pe-4">{option.averitec ?? "none"}</td>
              <td className="py-2.5">{option.magazine ?? "none"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ratingWords(scale: Pick<Scale, "options">, option: ScaleOption): string {
  const { numbers } = ratingOf(scale, option);
  return numbers ? `${numbers.ratingValue} of ${numbers.bestRating}` : "in words only";
}
