/** What is wrong with a text, and at which UTF-16 unit. */
export type TextProblem = {
  readonly code: "empty" | "nul" | "lone_surrogate" | "too_large";
  readonly at: number;
};

/** UTF-16 units: some ten times the longest book-length report that a desk brings in. */
export const MAX_TEXT_UNITS = 5_000_000;

// With the u flag a paired surrogate is one code point, so only lone ones are in the category Cs.
const LONE_SURROGATE = /\p{Cs}/u;
const ANYTHING_TO_READ = /[^\s\p{White_Space}\p{Cc}\p{Cf}]/u;

/**
 * Looks for what PostgreSQL, JSON or a reader could not live with: nothing to read, U+0000, half a character, too
 * much. Size is asked first, so that the rest never walks through more than `maxUnits`.
 */
export function findTextProblem(text: string, maxUnits: number = MAX_TEXT_UNITS): TextProblem | null {
  if (text.length > maxUnits) return { code: "too_large", at: maxUnits };
  const nul = text.indexOf("\0");
  if (nul >= 0) return { code: "nul", at: nul };
  const surrogate = text.search(LONE_SURROGATE);
  if (surrogate >= 0) return { code: "lone_surrogate", at: surrogate };
  return ANYTHING_TO_READ.test(text) ? null : { code: "empty", at: 0 };
}
