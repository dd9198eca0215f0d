/** The same numbers for the same seed (mulberry32), from 0 up to 1. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Truth = "unchanged" | "edited" | "moved" | "deleted";

export type Edited = {
  readonly after: readonly string[];
  readonly truth: readonly Truth[];
  /** For each new sentence the old one that it came from; null for one that was written anew. */
  readonly origin: readonly (number | null)[];
};

export type Shares = {
  readonly edited: number;
  readonly moved: number;
  readonly deleted: number;
  readonly added: number;
};

/** Edits an article as a desk would, only more: of its sentences some are edited, moved, deleted, and some are new. */
export function editAtRandom(
  before: readonly string[],
  fresh: readonly string[],
  shares: Shares,
  random: () => number,
): Edited {
  const truth = before.map((): Truth => {
    const draw = random();
    if (draw < shares.edited) return "edited";
    if (draw < shares.edited + shares.moved) return "moved";
    return draw < shares.edited + shares.moved + shares.deleted ? "deleted" : "unchanged";
  });
  const vocabulary = before.flatMap((sentence) => sentence.split(sentence.includes(" ") ? " " : ""));
  const entries = before.flatMap((words, origin) => {
    if (truth[origin] === "deleted" || truth[origin] === "moved") return [];
    return [{ origin, words: truth[origin] === "edited" ? editSentence(words, vocabulary, random) : words }];
  });
  const insert = (entry: { readonly origin: number; readonly words: string }) =>
    entries.splice(Math.floor(random() * (entries.length + 1)), 0, entry);
  for (const [origin, words] of before.entries()) if (truth[origin] === "moved") insert({ origin, words });
  for (const words of fresh.slice(0, Math.round(shares.added * before.length))) insert({ origin: -1, words });
  return {
    truth,
    after: entries.map(({ words }) => words),
    origin: entries.map(({ origin }) => (origin < 0 ? null : origin)),
  };
}

/** One word in five is replaced, left out, or joined by another; at least one. */
function editSentence(sentence: string, vocabulary: readonly string[], random: () => number): string {
  // Chinese sets no blanks: there, letters are edited.
  const blank = sentence.includes(" ") ? " " : "";
  const words = sentence.split(blank);
  const pick = () => vocabulary[Math.floor(random() * vocabulary.length)] ?? "so";
  for (let edits = Math.max(1, Math.round(words.length / 5)); edits > 0; edits -= 1) {
    const at = Math.floor(random() * words.length);
    const draw = random();
    if (draw < 0.6) words[at] = pick();
    else if (draw < 0.8 || words.length < 2) words.splice(at, 0, pick());
    else words.splice(at, 1);
  }
  const edited = words.join(blank);
  return edited === sentence ? `${sentence}${blank}${pick()}` : edited;
}
