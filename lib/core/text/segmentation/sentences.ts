import { matchBrackets } from "./brackets";
import { describeCandidate } from "./candidate";
import { CHAR, type CharClass, classAt, isLetter, isTerminal } from "./characters";
import { findInlineItems } from "./list-markers";
import { isDoubleQuote, type Marks, readMarks } from "./marks";
import type { Paragraph } from "./paragraph";
import { endsSentence } from "./rules";
import type { Span } from "./span";
import { skipBlanks } from "./words";

type Progress = {
  sentenceStart: number;
  /** A letter or digit of the sentence has been passed. */
  hasInk: boolean;
  /** Double quotes passed so far: an odd number means that the next one closes. */
  quotesSeen: number;
  /** Index of the closer of a remark in brackets inside the sentence; -1 outside. */
  shelteredUntil: number;
  /** Found when the first bracket is met. */
  bracketReach: Uint16Array | undefined;
  readonly spans: Span[];
};

function trimmedEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && classAt(text, i - 1) === CHAR.space) i -= 1;
  return i;
}

function closeSentence(paragraph: Paragraph, progress: Progress, end: number): void {
  const { text } = paragraph;
  const trimmed = trimmedEnd(text, progress.sentenceStart, end);
  if (trimmed > progress.sentenceStart) {
    progress.spans.push({ start: progress.sentenceStart, end: trimmed });
  }
  progress.sentenceStart = skipBlanks(text, end, paragraph.end);
  progress.hasInk = false;
  progress.shelteredUntil = -1;
}

/** Chinese marks of book and film titles, which hold no sentences even at the start of one. */
const TITLE_OPENERS = "《〈";

/** A bracket that opens inside a sentence belongs to it whole; one that opens between sentences holds its own. */
function enterBracket(text: string, progress: Progress, at: number, closer: number): void {
  const isTitle = TITLE_OPENERS.includes(text.charAt(at));
  if ((progress.hasInk || isTitle) && progress.shelteredUntil <= at) progress.shelteredUntil = closer;
}

function countQuotes(text: string, from: number, to: number): number {
  let quotes = 0;
  for (let i = from; i < to; i += 1) if (isDoubleQuote(text, i)) quotes += 1;
  return quotes;
}

function judge(paragraph: Paragraph, progress: Progress, marks: Marks): void {
  // An ellipsis or a stray mark at the start of a sentence belongs to what follows.
  if (!progress.hasInk || marks.end <= progress.shelteredUntil) return;
  // "他走了（她没有走。）所以…": no space and no capital would tell whether the sentence around the bracket goes on; it does.
  if (marks.kind === "fullStop" && marks.mark < progress.shelteredUntil) return;
  if (skipBlanks(paragraph.text, marks.end, paragraph.end) >= paragraph.end) return;
  const candidate = describeCandidate(paragraph, progress.sentenceStart, marks);
  if (endsSentence(candidate)) {
    closeSentence(paragraph, progress, marks.stopBeforeEllipsis ?? marks.end);
  }
}

/** Reads the marks at `at`, decides, and returns the index after them. */
function passMarks(paragraph: Paragraph, progress: Progress, at: number, ceiling: number): number {
  const marks = readMarks(paragraph.text, at, ceiling, progress.quotesSeen);
  judge(paragraph, progress, marks);
  progress.quotesSeen += countQuotes(paragraph.text, at, marks.end);
  return marks.end;
}

/** Notes what a character that ends nothing says about the rest of its sentence. */
function passCharacter(paragraph: Paragraph, progress: Progress, at: number, kind: CharClass): void {
  const { text } = paragraph;
  if (isLetter(kind) || kind === CHAR.digit) {
    progress.hasInk = true;
  } else if (kind === CHAR.opener) {
    progress.bracketReach ??= matchBrackets(text, paragraph.start, paragraph.end);
    const reach = progress.bracketReach[at - paragraph.start] ?? 0;
    if (reach > 0) enterBracket(text, progress, at, at + reach);
  } else if (isDoubleQuote(text, at)) {
    progress.quotesSeen += 1;
  }
}

/** The sentences of one paragraph, in one pass from left to right; every place looks a bounded way to both sides. */
export function cutParagraph(paragraph: Paragraph): readonly Span[] {
  const { text, start, end } = paragraph;
  const items = [...findInlineItems(text, start, end), end];
  const progress: Progress = {
    sentenceStart: start,
    hasInk: false,
    quotesSeen: 0,
    shelteredUntil: -1,
    bracketReach: undefined,
    spans: [],
  };
  let at = start;
  for (const itemEnd of items) {
    while (at < itemEnd) {
      const kind = classAt(text, at);
      if (isTerminal(kind)) {
        at = passMarks(paragraph, progress, at, itemEnd);
      } else {
        passCharacter(paragraph, progress, at, kind);
        at += 1;
      }
    }
    closeSentence(paragraph, progress, itemEnd);
  }
  return progress.spans;
}
