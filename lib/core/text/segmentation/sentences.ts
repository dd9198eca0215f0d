import { matchBrackets } from "./brackets";
import { describeCandidate } from "./candidate";
import { CHAR, classAt, isLetter, isTerminal } from "./characters";
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

/** The sentences of one paragraph, in one pass from left to right; every place looks a bounded way to both sides. */
export function cutParagraph(paragraph: Paragraph): readonly Span[] {
  const { text, start, end } = paragraph;
  const items = findInlineItems(text, start, end);
  const progress: Progress = {
    sentenceStart: start,
    hasInk: false,
    quotesSeen: 0,
    shelteredUntil: -1,
    spans: [],
  };
  let closerOf: ReadonlyMap<number, number> | undefined;
  let item = 0;
  for (let i = start; i < end; ) {
    if (i === items[item]) {
      closeSentence(paragraph, progress, i);
      item += 1;
    }
    const kind = classAt(text, i);
    if (isTerminal(kind)) {
      const marks = readMarks(text, i, Math.min(end, items[item] ?? end), progress.quotesSeen);
      judge(paragraph, progress, marks);
      progress.quotesSeen += countQuotes(text, i, marks.end);
      i = marks.end;
      continue;
    }
    if (isDoubleQuote(text, i)) progress.quotesSeen += 1;
    else if (kind === CHAR.opener) {
      closerOf ??= matchBrackets(text, start, end);
      enterBracket(text, progress, i, closerOf.get(i) ?? -1);
    }
    else if (isLetter(kind) || kind === CHAR.digit) progress.hasInk = true;
    i += 1;
  }
  closeSentence(paragraph, progress, end);
  return progress.spans;
}
