import { alignWords } from "./align-words";
import type { QuoteFinding } from "./citation-check";
import { characterKinds, kind } from "./character-kinds";
import { plainText, type Plain } from "./plain-text";
import { WantedWords } from "./word-places";

/** Where the words of a quote stand in a snapshot; UTF-16 code units of the snapshot's own text, half-open. */
export type QuotePlaceInText = { readonly start: number; readonly end: number; readonly text: string };

export type QuoteCheck =
  | ({ readonly finding: Exclude<QuoteFinding, "not_found"> } & QuotePlaceInText)
  | { readonly finding: Extract<QuoteFinding, "not_found"> };

/**
 * Whether a quote is really in a text. `exact`: its words stand there, white space, the curl of quotation marks, dashes
 * and characters that nobody sees aside. `close`: words stand there that differ in capitals or signs, or in no more than
 * a third of the words, which is for a person to judge. Takes time in proportion to the text; a quote is at most
 * 10,000 units long.
 */
export function checkQuote(text: string, quote: string): QuoteCheck {
  const wanted = plainText(quote).text;
  if (wanted === "") return { finding: "not_found" };
  const plain = plainText(text);
  const start = findWhole(plain.text, wanted);
  if (start >= 0) return { finding: "exact", ...placeOf(text, plain, start, start + wanted.length) };
  const elided = findElided(plain.text, wanted);
  if (elided) return { finding: "close", ...placeOf(text, plain, elided.start, elided.end) };
  const words = new WantedWords();
  const wantedWords = words.learn(wanted);
  const close = alignWords(words.find(plain.text), wantedWords);
  return close
    ? { finding: "close", ...placeOf(text, plain, close.start, close.end) }
    : { finding: "not_found" };
}

function placeOf(text: string, { at }: Plain, from: number, to: number): QuotePlaceInText {
  const start = at[from] ?? 0;
  const last = at[to - 1] ?? start;
  let next = to;
  // A ligature is one character in the text and two here.
  while (at[next] === last) next += 1;
  const end = at[next] ?? text.length;
  return { start, end, text: text.slice(start, end) };
}

/** Three dots, alone or in brackets, by which somebody who quotes says that words are left out. */
const elision = / ?(?:\[\.{3}\]|\(\.{3}\)|\.{3}) ?/;
/** So much may be left out and what is kept is still one quote: about a page. */
const mostElided = 3_000;

/** The stretch in which the parts of a quote with words left out follow each other. */
function findElided(text: string, wanted: string): { readonly start: number; readonly end: number } | null {
  const [first = "", ...rest] = wanted.split(elision).filter((part) => part !== "");
  if (rest.length === 0) return null;
  for (let start = findWhole(text, first); start >= 0; start = findWhole(text, first, start + 1)) {
    const end = followParts(text.slice(0, start + wanted.length + mostElided), start + first.length, rest);
    if (end >= 0) return { start, end };
  }
  return null;
}

function followParts(text: string, from: number, parts: readonly string[]): number {
  let end = from;
  for (const part of parts) {
    const at = findWhole(text, part, end);
    if (at < 0) return -1;
    end = at + part.length;
  }
  return end;
}

/** The first place of the words that does not begin or end inside of a word; -1 where there is none. */
function findWhole(text: string, wanted: string, from = 0): number {
  const pattern = Uint16Array.from({ length: wanted.length }, (_, i) => wanted.charCodeAt(i));
  const fallback = fallbackTable(pattern);
  const lastOf = (matched: number) => fallback[matched - 1] ?? 0;
  let matched = 0;
  // Knuth, Morris and Pratt (1977): no text, however it repeats itself, takes longer than its length.
  for (let i = from; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    while (matched > 0 && unit !== pattern[matched]) matched = lastOf(matched);
    if (unit === pattern[matched]) matched += 1;
    if (matched < pattern.length) continue;
    if (isWhole(text, i + 1 - pattern.length, i + 1)) return i + 1 - pattern.length;
    matched = lastOf(matched);
  }
  return -1;
}

function isWhole(text: string, start: number, end: number): boolean {
  return !cutsWord(text, start) && !cutsWord(text, end);
}

/** For each place of the pattern the length of the longest beginning of it that also ends there. */
function fallbackTable(pattern: Uint16Array): Int32Array {
  const table = new Int32Array(pattern.length);
  let length = 0;
  for (let i = 1; i < pattern.length; i += 1) {
    while (length > 0 && pattern[i] !== pattern[length]) length = table[length - 1] ?? 0;
    if (pattern[i] === pattern[length]) length += 1;
    table[i] = length;
  }
  return table;
}

/** Whether a word goes on over this place. Scripts that set no spaces are cut anywhere. */
function cutsWord(text: string, at: number): boolean {
  const kinds = characterKinds();
  const goesOn = (place: number) => {
    const found = kinds[text.charCodeAt(place)];
    return found === kind.letter || found === kind.figure || found === kind.mark;
  };
  return at > 0 && at < text.length && goesOn(at - 1) && goesOn(at);
}
