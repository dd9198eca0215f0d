import { matchExactly, NONE } from "./exact";
import { Frame } from "./frame";
import { matchSimilar, type Side } from "./similar";
import { TraitReader } from "./similarity";
import { wordsKey } from "./words";

/**
 * What became of an old sentence. `after` is the place of its new one in the new text's sentences, counted from 0.
 * Carried: the same words in the same order among the others. Moved: the same words elsewhere. Changed: other words that
 * are alike enough to be an edit of it (`similarity` from 0 to 1; null where a person paired them). Deleted: neither.
 */
export type SentenceFate =
  | { readonly fate: "carried" | "moved"; readonly after: number }
  | { readonly fate: "changed"; readonly after: number; readonly similarity: number | null }
  | { readonly fate: "deleted" };

export type Alignment = {
  /** One for each old sentence, in their order. */
  readonly fates: readonly SentenceFate[];
  /** Places of the new sentences that no old one became. */
  readonly added: readonly number[];
};

/**
 * Aligns the sentences of two versions of a text. Deterministic; no new sentence has two old ones; n log n for edits as
 * people make them.
 */
export function alignSentences(before: readonly string[], after: readonly string[]): Alignment {
  const numberOf = keyNumbers();
  const match = matchExactly(before.map(numberOf), after.map(numberOf));
  const equals = new Set(match.partner);
  const reader = new TraitReader();
  const similar = matchSimilar(
    sideOf(before, (a) => match.partner[a] === NONE, reader),
    sideOf(after, (b) => !equals.has(b), reader),
    new Frame(match, after.length),
  );
  const fates = before.map((_, a): SentenceFate => {
    const equal = match.partner[a] ?? NONE;
    if (equal !== NONE) return { fate: match.inOrder[a] === 1 ? "carried" : "moved", after: equal };
    const pair = similar.get(a);
    return pair ? { fate: "changed", ...pair } : { fate: "deleted" };
  });
  return { fates, added: placesWithoutSource(fates, after.length) };
}

/** The new sentences that no old one became. */
export function placesWithoutSource(fates: readonly SentenceFate[], count: number): readonly number[] {
  const taken = new Set(fates.map((fate) => (fate.fate === "deleted" ? NONE : fate.after)));
  return Array.from({ length: count }, (_, place) => place).filter((place) => !taken.has(place));
}

/** Equal words get equal numbers. */
function keyNumbers(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const key = wordsKey(text);
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
}

const noTraits = { all: new Int32Array(), words: new Int32Array() };

/** Only what has no equal is read closely. */
function sideOf(texts: readonly string[], isFree: (place: number) => boolean, reader: TraitReader): Side {
  const free = texts.flatMap((_, place) => (isFree(place) ? [place] : []));
  const traits = texts.map((text, place) => (isFree(place) ? reader.read(text) : noTraits));
  return { traits, free };
}
