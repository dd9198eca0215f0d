import type { Place } from "./plan";
import { wordsKey } from "./words";

/** A claim whose sentence was taken out by an earlier revision. */
export type FormerClaim = { readonly id: string; readonly text: string };

/**
 * New sentences that bring back, word for word, what an earlier revision took out: their old claim returns to them with
 * all that belongs to it. Of several the one that went last; the key is the sentence's ordinal.
 */
export function findReturned(
  added: readonly Place[],
  text: string,
  former: readonly FormerClaim[],
): ReadonlyMap<number, string> {
  const byWords = new Map<string, string[]>();
  for (const { id, text: words } of former.toReversed()) {
    const key = wordsKey(words);
    byWords.set(key, [...(byWords.get(key) ?? []), id]);
  }
  return new Map(
    added.flatMap(({ ordinal, start, end }) => {
      const id = byWords.get(wordsKey(text.slice(start, end)))?.pop();
      return id === undefined ? [] : [[ordinal, id]];
    }),
  );
}
