import type { Span } from "./span";

const LINE = /[^\n\r\u2028\u2029]+/g;
const ONE_BREAK = /^(?:\r\n|[\n\r\u2028])$/;
/** A line that was cut off: it begins like a sentence and ends in the middle of one. */
const BEGINS_A_SENTENCE = /^["“„«‘'¿¡([]*\p{Lu}/u;
const ENDS_MIDWAY = /[\p{Ll},;][ \t]*$/u;
const GOES_ON = /^[ \t]*\p{Ll}/u;

/**
 * Is the break between two lines only the end of a narrow column, as PDF and mail have it? Then the upper line begins
 * with a capital and breaks off, and the lower one goes on in small letters. Lists in small letters stay apart.
 */
function isSoftBreak(text: string, above: Span, below: Span): boolean {
  if (!ONE_BREAK.test(text.slice(above.end, below.start))) return false;
  const upper = text.slice(above.start, above.end);
  return (
    BEGINS_A_SENTENCE.test(upper.slice(0, 8).trimStart()) &&
    ENDS_MIDWAY.test(upper.slice(-8)) &&
    GOES_ON.test(text.slice(below.start, below.start + 8))
  );
}

function trimmed(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) };
}

/**
 * The paragraphs of a text, trimmed: what stands between line breaks, with the lines of a narrow column joined again.
 * A sentence never reaches over the end of a paragraph.
 */
export function splitParagraphs(text: string): readonly Span[] {
  const paragraphs: Span[] = [];
  let last: Span | null = null;
  for (const match of text.matchAll(LINE)) {
    const line: Span = { start: match.index, end: match.index + match[0].length };
    const joins: boolean = last !== null && isSoftBreak(text, last, line);
    if (joins) paragraphs.pop();
    const whole: Span = joins && last ? { start: last.start, end: line.end } : line;
    paragraphs.push(whole);
    last = whole;
  }
  return paragraphs.map((span) => trimmed(text, span)).filter(({ start, end }) => end > start);
}
