import { wordsOf } from "./words";

/** Words and pairs of neighbouring words as numbers, sorted, with repeats: what two sentences are compared by. */
export type Traits = { readonly all: Int32Array; readonly words: Int32Array };

/** Gives equal words equal numbers, for one alignment. */
export class TraitReader {
  private readonly known = new Map<string, number>();

  read(text: string): Traits {
    const words = wordsOf(text);
    const singles = words.map((word) => this.numberOf(word));
    const pairs = words.slice(1).map((word, i) => this.numberOf(`${words[i] ?? ""} ${word}`));
    return {
      all: Int32Array.from([...singles, ...pairs]).sort(),
      words: Int32Array.from(new Set(singles)).sort(),
    };
  }

  private numberOf(trait: string): number {
    const number = this.known.get(trait) ?? this.known.size;
    this.known.set(trait, number);
    return number;
  }
}

/**
 * How alike two sentences are, from 0 (no word in common) to 1 (the same words in the same order): the coefficient of
 * Dice over words and pairs of neighbouring words, 2·|shared| / (|one| + |other|). Words alone would not see an order
 * that changed, pairs alone would punish one changed word twice. Without any words: 0.
 */
export function similarity(one: Traits, other: Traits): number {
  const total = one.all.length + other.all.length;
  return total === 0 ? 0 : (2 * countShared(one.all, other.all)) / total;
}

/** What the numbers of traits alone allow: the similarity if all of the shorter sentence were in the longer one. */
export function greatestSimilarity(one: Traits, other: Traits): number {
  const total = one.all.length + other.all.length;
  return total === 0 ? 0 : (2 * Math.min(one.all.length, other.all.length)) / total;
}

/** How many numbers two sorted lists share, repeats counted. */
function countShared(one: Int32Array, other: Int32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < one.length && j < other.length) {
    const difference = (one[i] ?? 0) - (other[j] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared;
}
