/**
 * What a character can mean to a sentence boundary. White space is exactly what `String.prototype.trim` removes, so
 * that every later `trim` agrees with the spans; U+0085 is therefore not white space here (see `markOf`).
 */
export const CHAR = {
  other: 1,
  space: 2,
  upper: 3,
  lower: 4,
  /** Letters of scripts without case: Arabic, Hebrew, Devanagari, Thai and so on; not the ones that follow. */
  caseless: 5,
  /** Scripts written without spaces between words: Han, kana. */
  ideograph: 6,
  digit: 7,
  /** Combining marks, zero-width and bidi controls: they belong to whatever is before them. */
  attached: 8,
  /** `.` and its like: a full stop, but also half of an abbreviation. */
  period: 9,
  /** `!` and `?` of scripts with spaces. */
  exclamation: 10,
  /** `。` `！` `？` `।` and others that end a sentence whatever follows. */
  fullStop: 11,
  ellipsis: 12,
  opener: 13,
  closer: 14,
  /** `"` and `'`, and curly ones, which open in one language and close in another. */
  quote: 15,
  dash: 16,
  /** List bullets and the asterisks and underscores of marked-up text. */
  bullet: 17,
  currency: 18,
  symbol: 19,
  /** `¿` and `¡`: nothing else says so plainly that something begins. */
  inverted: 20,
} as const;

export type CharClass = (typeof CHAR)[keyof typeof CHAR];

const NAMED: readonly (readonly [CharClass, string])[] = [
  [CHAR.period, ".․﹒"],
  [CHAR.exclamation, "!?؟‼‽⁇⁈⁉"],
  // U+0085 is a C1 control that in practice is the ellipsis of a Windows-1252 text read as ISO-8859-1.
  [CHAR.ellipsis, "…⋯\u0085"],
  [CHAR.opener, "([{（［｛「『【〔〖《〈‚„‹"],
  [CHAR.closer, ")]}）］｝」』】〕〗》〉"],
  [CHAR.quote, "\"'`´«»›‘’“”＂＇"],
  [CHAR.dash, "-‐‑‒–—―−"],
  [CHAR.bullet, "•‣⁃◦▪▫●○■□·*#_>~"],
  [CHAR.inverted, "¿¡"],
];

const BY_PROPERTY: readonly (readonly [CharClass, RegExp])[] = [
  [CHAR.space, /^\s/u],
  [CHAR.attached, /^[\p{M}\p{Cf}\p{No}]/u],
  [CHAR.fullStop, /^\p{Sentence_Terminal}/u],
  [CHAR.ideograph, /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  [CHAR.upper, /^[\p{Lu}\p{Lt}]/u],
  [CHAR.lower, /^\p{Ll}/u],
  [CHAR.caseless, /^[\p{Lo}\p{Lm}]/u],
  [CHAR.digit, /^\p{N}/u],
  [CHAR.currency, /^\p{Sc}/u],
  [CHAR.symbol, /^\p{So}/u],
];

function classify(character: string): CharClass {
  const named = NAMED.find(([, members]) => members.includes(character));
  if (named) return named[0];
  return BY_PROPERTY.find(([, property]) => property.test(character))?.[0] ?? CHAR.other;
}

// Asking Unicode's properties is slow, and a text repeats itself: each code unit is asked about once per process.
const known = new Uint8Array(0x10000);

/** The class of the character that begins at `at`; of the whole pair where `at` is a high surrogate. */
export function classAt(text: string, at: number): CharClass {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return CHAR.other;
  const remembered = known[unit] as CharClass | 0 | undefined;
  if (remembered) return remembered;
  if (unit >= 0xd800 && unit <= 0xdbff) return classify(String.fromCodePoint(text.codePointAt(at) ?? unit));
  const found = classify(String.fromCharCode(unit));
  known[unit] = found;
  return found;
}

/** UTF-16 units of the character at `at`: 2 for a surrogate pair, else 1. */
export function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

export function isTerminal(kind: CharClass): boolean {
  return kind >= CHAR.period && kind <= CHAR.ellipsis;
}

export function isLetter(kind: CharClass): boolean {
  return kind >= CHAR.upper && kind <= CHAR.ideograph;
}

export function isWordy(kind: CharClass): boolean {
  return kind >= CHAR.upper && kind <= CHAR.attached;
}
