/** A ruled claim that says something like another one. */
export type SimilarClaim = {
  readonly id: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly ordinal: number;
  readonly text: string;
  readonly wording: string | null;
  /** The verdict of the ruling that holds, with when it was given (ISO 8601). */
  readonly ruling: string;
  readonly ruledAt: string;
  /** 0 to 1: the share of words that both have. */
  readonly similarity: number;
};

/** Below this two sentences have little more in common than a name. */
export const leastSimilarity = 0.34;

const writtenTogether = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]/;

/**
 * The different words of a text without capitals and accents; letters of scripts that write no spaces count one by one,
 * as they do in the search of the database.
 */
export function wordsIn(text: string): ReadonlySet<string> {
  const folded = text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();
  const runs = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(runs.flatMap((run) => (writtenTogether.test(run) ? Array.from(run) : [run])));
}

/**
 * The words by which a claim is best found again: numbers first, then the longest, because short words are common in
 * every language. At most `most`, always in the same order.
 */
export function tellingWords(words: ReadonlySet<string>, most: number): readonly string[] {
  const weight = (word: string) => word.length + (/\d/.test(word) ? 8 : 0);
  return [...words]
    .filter((word) => word.length <= 100)
    .toSorted((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))
    .slice(0, most);
}

/**
 * How much two sets of words have in common, 0 to 1: the Sørensen–Dice coefficient, 2·|A∩B| / (|A| + |B|)
 * (L. R. Dice, Ecology 26, 1945). Two empty sets have nothing in common.
 */
export function similarityOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = a.size + b.size;
  return both === 0 ? 0 : (2 * [...a].filter((word) => b.has(word)).length) / both;
}
