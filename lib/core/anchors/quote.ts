import { similarity, TraitReader, type Traits } from "./similarity";

/** Words with what stands around them, as in a Web Annotation TextQuoteSelector. */
export type Quote = { readonly exact: string; readonly prefix: string; readonly suffix: string };

/** A place of the quote; positions in UTF-16 code units, half-open; `score` from 0 to 1. */
export type QuotePlace = { readonly start: number; readonly end: number; readonly score: number };

/** UTF-16 units of context on either side: five or six words, as many as hypothesis/client keeps. */
export const CONTEXT_UNITS = 32;

// The weights of hypothesis/client, match-quote.ts: the words first, then what stands around them, and the position only
// between equals.
const WEIGHTS = { exact: 50, prefix: 20, suffix: 20, position: 2 } as const;
const ALL = WEIGHTS.exact + WEIGHTS.prefix + WEIGHTS.suffix + WEIGHTS.position;

/** The words are there and half of what stood around them: below this it is somebody else's phrase. */
export const QUOTE_THRESHOLD = (WEIGHTS.exact + (WEIGHTS.prefix + WEIGHTS.suffix) / 2) / ALL;

/** A phrase that occurs more often than this is told apart by position first. */
const MOST_PLACES = 500;

export function quoteAt(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_UNITS), start),
    suffix: text.slice(end, end + CONTEXT_UNITS),
  };
}

/** All places of the quote's exact words (white space and curls of quotes aside), best first. */
export function findQuote(text: string, quote: Quote, expectedStart: number): readonly QuotePlace[] {
  const reader = new TraitReader();
  const context = { prefix: reader.read(quote.prefix), suffix: reader.read(quote.suffix) };
  const places = [...text.matchAll(patternOf(quote))]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .toSorted((one, two) => Math.abs(one.start - expectedStart) - Math.abs(two.start - expectedStart))
    .slice(0, MOST_PLACES);
  return places
    .map((place) => ({ ...place, score: scoreOf(text, place, expectedStart, context, reader) }))
    .toSorted((one, two) => two.score - one.score || one.start - two.start);
}

function scoreOf(
  text: string,
  place: { readonly start: number; readonly end: number },
  expectedStart: number,
  context: { readonly prefix: Traits; readonly suffix: Traits },
  reader: TraitReader,
): number {
  const { prefix, suffix } = quoteAt(text, place);
  const distance = text.length === 0 ? 0 : Math.abs(place.start - expectedStart) / text.length;
  const sum =
    WEIGHTS.exact +
    WEIGHTS.prefix * alike(context.prefix, reader.read(prefix)) +
    WEIGHTS.suffix * alike(context.suffix, reader.read(suffix)) +
    WEIGHTS.position * (1 - Math.min(1, distance));
  return sum / ALL;
}

/** Nothing around it on either side is the same surrounding: the beginning or the end of a text. */
function alike(one: Traits, other: Traits): number {
  return one.all.length === 0 && other.all.length === 0 ? 1 : similarity(one, other);
}

const WORDY = /[\p{L}\p{M}\p{N}]/u;

/** The words as a pattern; where they stood at the edge of a word they must stand at one again. */
function patternOf({ exact, prefix, suffix }: Quote): RegExp {
  const words = exact
    .split(/\s+/u)
    .map((word) =>
      word
        .replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&")
        .replaceAll(/['‘’]/gu, "['‘’]")
        .replaceAll(/["“”]/gu, '["“”]'),
    )
    .join("\\s+");
  const [first = "", last = ""] = [exact.at(0), exact.at(-1)];
  const opens = WORDY.test(first) && !WORDY.test(prefix.at(-1) ?? " ") ? "(?<![\\p{L}\\p{M}\\p{N}])" : "";
  const closes = WORDY.test(last) && !WORDY.test(suffix.at(0) ?? " ") ? "(?![\\p{L}\\p{M}\\p{N}])" : "";
  return new RegExp(opens + words + closes, "gu");
}
