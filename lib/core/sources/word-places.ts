import { characterKinds, kind } from "./character-kinds";

/** A word that is none of those that are looked for. */
export const otherWord = -1;

/** The words of a text as numbers, each with where it stands; UTF-16 code units, half-open. */
export type WordPlaces = {
  readonly words: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
};

/**
 * The words that are looked for, capitals aside. Letters and figures in a row are a word. A separator between two figures
 * belongs to the number, so that 2,304 is not close to 2,305; of scripts without spaces each letter is a word.
 */
export class WantedWords {
  private readonly numbers = new Map<string, number>();
  /** By a hash of their units: of all the words of a text only those that may be wanted are cut out. */
  private readonly hashes = new Set<number>();

  /** The quote's own words, which become the wanted ones. */
  learn(quote: string): WordPlaces {
    return scan(quote, (start, end, hash) => {
      const word = quote.slice(start, end).toLowerCase();
      this.hashes.add(hash);
      const number = this.numbers.get(word) ?? this.numbers.size;
      this.numbers.set(word, number);
      return number;
    });
  }

  find(text: string): WordPlaces {
    return scan(text, (start, end, hash) =>
      this.hashes.has(hash)
        ? (this.numbers.get(text.slice(start, end).toLowerCase()) ?? otherWord)
        : otherWord,
    );
  }
}

function scan(text: string, numberOf: (start: number, end: number, hash: number) => number): WordPlaces {
  const kinds = characterKinds();
  // Every unit could be a word: in a script without spaces it is.
  const room = text.length;
  const found = { words: new Int32Array(room), starts: new Int32Array(room), ends: new Int32Array(room) };
  let count = 0;
  for (let i = 0; i < text.length;) {
    const end = endOfWord(text, i, kinds);
    if (end > i) {
      found.words[count] = numberOf(i, end, hashOf(text, i, end));
      found.starts[count] = i;
      found.ends[count] = end;
      count += 1;
    }
    i = Math.max(end, i + 1);
  }
  return {
    words: found.words.subarray(0, count),
    starts: found.starts.subarray(0, count),
    ends: found.ends.subarray(0, count),
  };
}

/** Fowler, Noll and Vo (FNV-1a, 32 bits) over the units without the bit that tells ASCII capitals apart. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    // Beyond ASCII capitals cannot be told by a bit: such letters all count alike here.
    hash = Math.imul(hash ^ (code < 128 ? code | 32 : 128), 0x01000193);
  }
  return hash;
}

/** Where the word ends that begins here; `start` itself where none does. */
function endOfWord(text: string, start: number, kinds: Uint8Array): number {
  const first = kinds[text.charCodeAt(start)];
  if (first === kind.unspaced) return endOfMarks(text, start + 1, kinds);
  if (first !== kind.letter && first !== kind.figure) return start;
  let end = start + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    const here = kinds[code];
    if (here === kind.letter || here === kind.figure || here === kind.mark) continue;
    if (!isSeparator(code) || !isBetweenFigures(text, end, kinds)) break;
  }
  return end;
}

function endOfMarks(text: string, from: number, kinds: Uint8Array): number {
  let end = from;
  while (end < text.length && kinds[text.charCodeAt(end)] === kind.mark) end += 1;
  return end;
}

function isBetweenFigures(text: string, at: number, kinds: Uint8Array): boolean {
  return kinds[text.charCodeAt(at - 1)] === kind.figure && kinds[text.charCodeAt(at + 1)] === kind.figure;
}

/** Full stop, comma, colon. */
function isSeparator(code: number): boolean {
  return code === 46 || code === 44 || code === 58;
}
