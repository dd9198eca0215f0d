/** The highest of the four degrees of confidence. */
export const mostConfident = 4;

/** The degree after this one; after the highest, and where there is none yet, the first. */
export function nextConfidence(confidence: number | null): number {
  return confidence === null || confidence >= mostConfident ? 1 : confidence + 1;
}
