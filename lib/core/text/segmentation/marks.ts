import { CHAR, type CharClass, classAt, isLetter, isTerminal, widthAt } from "./characters";

export type MarkKind = "period" | "exclamation" | "fullStop" | "ellipsis";

/** A run of terminal marks with the closing quotes and brackets that belong to it. */
export type Marks = {
  /** Index of the first mark. */
  readonly mark: number;
  readonly kind: MarkKind;
  /** Index after the marks and whatever closes after them. */
  readonly end: number;
  /** A quotation is closed after the marks. */
  readonly closesQuote: boolean;
  /** A bracket is closed after the marks. */
  readonly closesBracket: boolean;
  /** For `word. . . . Next`: the index after the full stop proper, where the ellipsis opens the next sentence. */
  readonly stopBeforeEllipsis: number | null;
};

/** Double quotes are counted whatever their curl: an odd number of them means that one is open. */
export function isDoubleQuote(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x22 || (unit >= 0x201c && unit <= 0x201e);
}

type Reading = {
  at: number;
  dots: number;
  kind: MarkKind;
  closesQuote: boolean;
  closesBracket: boolean;
  quotesSeen: number;
};

const SPACED_DOT = /[ \u00a0]\.(?![\p{L}\p{N}])/uy;
const FOOTNOTE = /\[[\p{L}\p{N}]{1,4}\]/uy;
const EMOTICON =
  /[ \u00a0]?(?:[:;=][-'^o]?[)(DPp/\\|]+|\p{Extended_Pictographic}[\p{Emoji_Modifier}\ufe0f]*)(?=\s|$)/uy;

/** The length of what `pattern` (sticky) matches exactly at `at`. */
function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function noteMark(reading: Reading, kind: CharClass): void {
  if (kind === CHAR.period) reading.dots += 1;
  if (kind === CHAR.fullStop) reading.kind = "fullStop";
  else if (kind === CHAR.exclamation && reading.kind !== "fullStop") reading.kind = "exclamation";
  else if ((kind === CHAR.ellipsis || reading.dots > 1) && reading.kind === "period") {
    reading.kind = "ellipsis";
  }
}

/** Reads `.`, `?!`, `...`, and `. . .` with blanks between. */
function readTerminals(text: string, reading: Reading, ceiling: number): void {
  while (reading.at < ceiling) {
    const kind = classAt(text, reading.at);
    if (isTerminal(kind)) {
      noteMark(reading, kind);
      reading.at += widthAt(text, reading.at);
      continue;
    }
    const spaced = kind === CHAR.space ? matchLength(SPACED_DOT, text, reading.at) : 0;
    if (spaced === 0) return;
    noteMark(reading, CHAR.period);
    reading.at += spaced;
  }
}

const isBlankOrEnd = (text: string, at: number, ceiling: number): boolean =>
  at >= ceiling || classAt(text, at) === CHAR.space;

/** A quote that stands directly after the marks closes, unless it hugs the next word and has nothing to close. */
function closesHere(text: string, at: number, reading: Reading, ceiling: number): boolean {
  if (at + 1 >= ceiling || !isLetter(classAt(text, at + 1))) return true;
  return text[at] === '"' ? reading.quotesSeen % 2 === 1 : text[at] === "”" || text[at] === "»";
}

/** After a blank a quote closes only where nothing is behind it that it could open: ` »`, ` "` before a blank. */
function closesAfterBlank(text: string, at: number, reading: Reading, ceiling: number): boolean {
  const character = text.charAt(at);
  if (classAt(text, at) === CHAR.closer) return true;
  if (!"\"“‘”’»'".includes(character)) return false;
  const after = classAt(text, at + 1);
  const isBehindNothing =
    isBlankOrEnd(text, at + 1, ceiling) || isTerminal(after) || after === CHAR.closer || text[at + 1] === ",";
  if (!isBehindNothing) return false;
  // Between blanks even a curl is a guess: a quote closes if one is open, or if none is left that could close it.
  if (!'"“'.includes(character) || reading.quotesSeen % 2 === 1) return true;
  const another = text.indexOf(character, at + 1);
  return another < 0 || another >= ceiling;
}

function noteCloser(text: string, reading: Reading, at: number): void {
  if (isDoubleQuote(text, at)) reading.quotesSeen += 1;
  if (")]}）］｝".includes(text.charAt(at))) reading.closesBracket = true;
  else reading.closesQuote = true;
  reading.at = at + 1;
}

/** The index of a closing quote or bracket at the reading position, or behind a stray blank there; -1 without one. */
function findCloser(text: string, reading: Reading, ceiling: number): number {
  const { at } = reading;
  const kind = classAt(text, at);
  if (kind === CHAR.closer) return at;
  if (kind === CHAR.quote) return closesHere(text, at, reading, ceiling) ? at : -1;
  if (kind !== CHAR.space || at + 1 >= ceiling) return -1;
  return closesAfterBlank(text, at + 1, reading, ceiling) ? at + 1 : -1;
}

/** Units of what hangs on to the marks without closing anything: controls, accents, footnotes, smileys, markup. */
function hangerLength(text: string, at: number): number {
  if (classAt(text, at) === CHAR.attached) return widthAt(text, at);
  const isMarkup = text[at] === "*" || text[at] === "_";
  return isMarkup ? 1 : matchLength(FOOTNOTE, text, at) || matchLength(EMOTICON, text, at);
}

/** Takes one closing thing at the reading position; false where there is none. */
function readCloser(text: string, reading: Reading, ceiling: number): boolean {
  const hanger = hangerLength(text, reading.at);
  if (hanger > 0) {
    reading.at += hanger;
    return true;
  }
  const closer = findCloser(text, reading, ceiling);
  if (closer < 0) return false;
  noteCloser(text, reading, closer);
  return true;
}

/**
 * Reads the marks at `mark` and everything that closes after them, `?".)` included; `quotesSeen` is the number of
 * double quotes that the paragraph has before. Every character is passed once, and the caller goes on after `end`, so
 * that a long run of marks costs no more than its length.
 */
export function readMarks(text: string, mark: number, ceiling: number, quotesSeen: number): Marks {
  const reading: Reading = {
    at: mark,
    dots: 0,
    kind: "period",
    closesQuote: false,
    closesBracket: false,
    quotesSeen,
  };
  readTerminals(text, reading, ceiling);
  const dots = reading.at - mark;
  while (reading.at < ceiling) {
    if (isTerminal(classAt(text, reading.at))) {
      readTerminals(text, reading, ceiling);
    } else if (!readCloser(text, reading, ceiling)) {
      break;
    }
  }
  const isSplit =
    dots === 7 && reading.at === mark + dots && /^\. \. \. \.$/.test(text.slice(mark, reading.at));
  return {
    mark,
    kind: reading.kind,
    end: Math.min(reading.at, ceiling),
    closesQuote: reading.closesQuote,
    closesBracket: reading.closesBracket,
    stopBeforeEllipsis: isSplit && classAt(text, mark - 1) !== CHAR.space ? mark + 1 : null,
  };
}
