import type { AboutWords } from "./note";

/**
 * Where the words that a note is about stand in the claim now: at their old place, else at the place nearest to it, else
 * nowhere (null): then the sentence was changed.
 */
export function placeOfWords(text: string, { quote, start }: AboutWords): number | null {
  if (text.startsWith(quote, start)) return start;
  const before = text.lastIndexOf(quote, start);
  const after = text.indexOf(quote, start);
  if (before < 0 || after < 0) return before < 0 ? (after < 0 ? null : after) : before;
  return start - before <= after - start ? before : after;
}
