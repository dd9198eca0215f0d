import type { Span } from "./span";

const LINE = /[^\n\r\u2028\u2029]+/g;
const ONE_BREAK = /^(?:\r\n|[\n\r\u2028])$/;
/** A line that was cut off: it begins like a sentence and ends in the middle of one. */
const BEGINS_A_SENTENCE = /^["“„«‘'¿¡([]*\p{Lu}/u;
const ENDS_MIDWAY = /[\p{Ll},;][ \t]*$/u;
const GOES_ON = /^[ \t]*\p{Ll}/u;
const ENDS_WITH_PERIOD = /\.["”’»')\]]*[ \t]*$/u;

/** Lines of a column of print or mail are about this long; a line of a comment or a list is not, or only by chance. */
const COLUMN = { shortest: 45, longest: 110 };
/** "Dear John," is a line of its own. */
const LONGEST_GREETING = 25;

const fillsColumn = ({ start, end }: Span): boolean =>
  end - start >= COLUMN.shortest && end - start <= COLUMN.longest;

/**
 * Is the break between two lines only the end of a narrow column, as PDF and mail have it? Then the upper line begins
 * with a capital and breaks off, and the lower one goes on in small letters, to a period or to the end of the column.
 * Lists and comments in small letters stay apart.
 */
function isSoftBreak(text: string, upper: Span, lower: Span): boolean {
  if (!ONE_BREAK.test(text.slice(upper.end, lower.start))) return false;
  if (!GOES_ON.test(text.slice(lower.start, lower.start + 8))) return false;
  const ending = text.slice(Math.max(upper.start, upper.end - 8), upper.end);
  if (!ENDS_MIDWAY.test(ending)) return false;
  if (ending.trimEnd().endsWith(",") && upper.end - upper.start <= LONGEST_GREETING) return false;
  const closes = ENDS_WITH_PERIOD.test(text.slice(Math.max(lower.start, lower.end - 8), lower.end));
  return closes || (fillsColumn(upper) && fillsColumn(lower));
}

const beginsASentence = (text: string, { start }: Span): boolean =>
  BEGINS_A_SENTENCE.test(text.slice(start, start + 8).trimStart());

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
  let above: Span | null = null;
  for (const match of text.matchAll(LINE)) {
    const line: Span = { start: match.index, end: match.index + match[0].length };
    const paragraph = paragraphs.at(-1);
    if (paragraph && above && beginsASentence(text, paragraph) && isSoftBreak(text, above, line)) {
      paragraphs[paragraphs.length - 1] = { start: paragraph.start, end: line.end };
    } else {
      paragraphs.push(line);
    }
    above = line;
  }
  return paragraphs.map((span) => trimmed(text, span)).filter(({ start, end }) => end > start);
}
