import { otherWord, type WordPlaces } from "./word-places";

/**
 * Of a quote's words so many may be other, missing or added ones before it is somebody else's sentence. Found by trying:
 * see the properties in quote-check.test.ts.
 */
const mostChanged = 1 / 3;
/** So many of the best places are looked at closely; a sentence that a page repeats in a teaser has two or three. */
const placesTried = 4;

/** A place in the text, UTF-16 code units, half-open. */
type Place = { readonly start: number; readonly end: number };

/**
 * Where the words of a quote stand in a text, if with a few changes they do. First the stretches that share most words
 * with the quote (one pass over the text), then the best of them word by word.
 */
export function alignWords(text: WordPlaces, quote: WordPlaces): Place | null {
  const length = quote.words.length;
  const allowed = Math.floor(length * mostChanged);
  if (length === 0) return null;
  let best: Aligned | null = null;
  // A window that shares as many words as another may begin a little before the stretch or behind its beginning.
  const margin = allowed + Math.ceil(length / 2);
  for (const from of likelyPlaces(text.words, quote.words, length - allowed)) {
    const start = Math.max(0, from - margin);
    const found = align(text.words.subarray(start, from + length + margin), quote.words);
    if (found.cost <= allowed && (!best || found.cost < best.cost)) {
      best = { cost: found.cost, first: start + found.first, last: start + found.last };
    }
  }
  if (!best) return null;
  return { start: text.starts[best.first] ?? 0, end: text.ends[best.last] ?? 0 };
}

/**
 * Where windows of the quote's length begin that have at least `fewest` of its words, whatever their order: the best
 * ones, no two of which overlap by more than half.
 */
function likelyPlaces(text: Int32Array, quote: Int32Array, fewest: number): readonly number[] {
  const window = new Window(quote);
  const found: { readonly at: number; readonly shared: number }[] = [];
  for (let end = 0; end < text.length; end += 1) {
    window.add(text[end] ?? otherWord);
    const at = end + 1 - quote.length;
    if (at > 0) window.drop(text[at - 1] ?? otherWord);
    if (window.shared < Math.max(1, fewest)) continue;
    const last = found.at(-1);
    const candidate = { at: Math.max(0, at), shared: window.shared };
    if (!last || candidate.at - last.at > quote.length / 2) found.push(candidate);
    else if (candidate.shared > last.shared) found[found.length - 1] = candidate;
  }
  return found
    .toSorted((one, two) => two.shared - one.shared || one.at - two.at)
    .slice(0, placesTried)
    .map(({ at }) => at);
}

/** Counts how many words of a moving window are words of the quote, each as often as it stands there. */
class Window {
  shared = 0;
  /** How many of each word are wanted and not there yet; negative when there are more than wanted. */
  private readonly missing: Int32Array;

  constructor(quote: Int32Array) {
    this.missing = new Int32Array(quote.length);
    for (const word of quote) this.missing[word] = (this.missing[word] ?? 0) + 1;
  }

  add(word: number): void {
    if (word === otherWord) return;
    const missing = this.missing[word] ?? 0;
    if (missing > 0) this.shared += 1;
    this.missing[word] = missing - 1;
  }

  drop(word: number): void {
    if (word === otherWord) return;
    const missing = this.missing[word] ?? 0;
    if (missing >= 0) this.shared -= 1;
    this.missing[word] = missing + 1;
  }
}

/** The part of a text that is likest to a quote: its first and last word, and how many words are changed. */
type Aligned = { readonly cost: number; readonly first: number; readonly last: number };

/**
 * The cheapest way of turning some stretch of the text into the quote by replacing, leaving out and adding words
 * (Sellers 1980: edit distance with free ends in the text). Keeps two rows, and for each cell where its stretch began.
 */
function align(text: Int32Array, quote: Int32Array): Aligned {
  let above: Row = {
    costs: new Int32Array(text.length + 1),
    begins: Int32Array.from({ length: text.length + 1 }, (_, j) => j),
  };
  for (const [i, word] of quote.entries()) above = nextRow(above, text, word, i + 1);
  const { costs, begins } = above;
  let end = 1;
  // Of equals the longest: a word that the quote lacks is shown, rather than one that it has cut off.
  for (let j = 2; j <= text.length; j += 1) if (at(costs, j) <= at(costs, end)) end = j;
  return { cost: at(costs, end), first: at(begins, end), last: end - 1 };
}

type Row = { readonly costs: Int32Array; readonly begins: Int32Array };

function nextRow(above: Row, text: Int32Array, word: number, leftOutAll: number): Row {
  const row = { costs: new Int32Array(text.length + 1), begins: new Int32Array(text.length + 1) };
  row.costs[0] = leftOutAll;
  for (let j = 1; j <= text.length; j += 1) {
    const replaced = at(above.costs, j - 1) + (text[j - 1] === word ? 0 : 1);
    const leftOut = at(above.costs, j) + 1;
    const added = at(row.costs, j - 1) + 1;
    const cost = Math.min(replaced, leftOut, added);
    row.costs[j] = cost;
    if (cost === replaced) row.begins[j] = at(above.begins, j - 1);
    else row.begins[j] = cost === leftOut ? at(above.begins, j) : at(row.begins, j - 1);
  }
  return row;
}

function at(row: Int32Array, place: number): number {
  return row[place] ?? 0;
}
