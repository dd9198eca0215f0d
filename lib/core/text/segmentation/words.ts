import { CHAR, classAt, isWordy } from "./characters";

export type Word = { readonly text: string; readonly start: number };

/** Longer runs than this are addresses and noise; bounding them keeps every look to the side constant in time. */
const LONGEST_WORD = 40;
/** As many stray blanks as a careless writer leaves before a full stop. */
const STRAY_BLANKS = 3;

// What may stand inside an abbreviation or a number: "p.ej", "J.-C", "c/", "N°", "1,000", "AT&T", "d’art".
const INSIDE_A_WORD = ".-’'&°º,:/@";

const isInside = (text: string, at: number): boolean =>
  isWordy(classAt(text, at)) || INSIDE_A_WORD.includes(text.charAt(at));

/** The index after the last character before `at` that is not a stray blank; never before `floor`. */
export function skipBlanksBack(text: string, at: number, floor: number): number {
  const lowest = Math.max(floor, at - STRAY_BLANKS);
  let i = at;
  while (i > lowest && classAt(text, i - 1) === CHAR.space) i -= 1;
  return i > floor && classAt(text, i - 1) === CHAR.space ? at : i;
}

/** The word that ends before `at`, stray blanks between them aside; without the punctuation that opens it. */
export function wordBefore(text: string, at: number, floor: number): Word {
  const end = skipBlanksBack(text, at, floor);
  const lowest = Math.max(floor, end - LONGEST_WORD);
  let start = end;
  while (start > lowest && (isInside(text, start - 1) || isTrailHalf(text, start - 1))) start -= 1;
  while (start < end && !isWordy(classAt(text, start))) start += 1;
  return { text: text.slice(start, end), start };
}

const isTrailHalf = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

/** The letters from `at` on, with apostrophes and hyphens between them. */
export function wordAfter(text: string, at: number, ceiling: number): string {
  const highest = Math.min(ceiling, at + LONGEST_WORD);
  let end = at;
  while (end < highest && isWordy(classAt(text, end))) end += 1;
  return text.slice(at, end);
}

/** Everything from `at` up to the next white space. */
export function runAfter(text: string, at: number, ceiling: number): string {
  const highest = Math.min(ceiling, at + LONGEST_WORD);
  let end = at;
  while (end < highest && classAt(text, end) !== CHAR.space) end += 1;
  return text.slice(at, end);
}

/** The index of the first character from `at` on that is not white space. */
export function skipBlanks(text: string, at: number, ceiling: number): number {
  let i = at;
  while (i < ceiling && classAt(text, i) === CHAR.space) i += 1;
  return i;
}
