import { glyphPaths } from "@/lib/core/verdicts/glyph-paths";
import type { Glyph } from "@/lib/core/verdicts/scale";

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.5, strokeLinecap: "round" } as const;

type GlyphProps = { readonly glyph: Glyph; readonly className?: string };

/** The picture of a verdict. It never stands without its word: beside it, or in the name of what holds it. */
export function VerdictGlyph({ glyph, className = "size-4" }: GlyphProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`inline-block shrink-0 ${className}`}
    >
      {glyphPaths[glyph].map(({ d, fill }) =>
        fill === "solid" ? <path key={d} d={d} fill="currentColor" /> : <path key={d} d={d} {...line} />,
      )}
    </svg>
  );
}

/** Nothing given yet: a point, so that it cannot be mistaken for the empty circle of "false". */
export function NoVerdictGlyph({ className = "size-4" }: { readonly className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`inline-block shrink-0 ${className}`}
    >
      <circle cx="8" cy="8" r="1.5" fill="currentColor" />
    </svg>
  );
}

/** Not to be checked: a dash. */
export function DisposedGlyph({ className = "size-4" }: { readonly className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`inline-block shrink-0 ${className}`}
    >
      <path d="M4 8h8" {...line} />
    </svg>
  );
}
