import type { Glyph } from "../verdicts/scale";
import { glyphPaths } from "../verdicts/glyph-paths";

/** A verdict's sign as an inline picture; the word beside it is what a screen reader reads. */
export function glyphSvg(glyph: Glyph): string {
  const shapes = glyphPaths[glyph].map(({ d, fill }) =>
    fill === "solid"
      ? `<path d="${d}" fill="currentColor"/>`
      : `<path d="${d}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`,
  );
  return `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${shapes.join("")}</svg>`;
}
