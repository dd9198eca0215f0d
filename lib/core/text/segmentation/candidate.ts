import { CHAR, type CharClass, classAt, isLetter, widthAt } from "./characters";
import type { Marks } from "./marks";
import type { Paragraph } from "./paragraph";
import { skipBlanks, type Word, wordAfter, wordBefore } from "./words";

/** A place where a sentence might end, with what the rules want to know about both sides. */
export type Candidate = Marks & {
  readonly paragraph: Paragraph;
  readonly sentenceStart: number;
  /** The word before the mark, without the mark: "Dr", "U.S", "1990". */
  readonly left: Word;
  /** White space follows the mark and its closing quotes. */
  readonly isSpaced: boolean;
  /** First character after the white space. */
  readonly next: number;
  /** Where the first letter or digit stands, openers, dashes and bullets skipped. */
  readonly head: number;
  /** What stands there; `other` where something comes between, such as a comma. */
  readonly headClass: CharClass;
  /** The word at `head`; empty where that is no letter. */
  readonly right: string;
};

/** true: a boundary; false: none; null: the rule has nothing to say. Rules are asked in order, the first answer holds. */
export type Rule = (candidate: Candidate) => boolean | null;

/** How many units of quotes, brackets, dashes and bullets are looked through for the first letter. */
export const FARTHEST_HEAD = 12;
/** "[...]" and "(…)": words left out at the start of a sentence. */
const OMISSION = /[[(](?:\.\.\.|…)[\])]/uy;

/** What may stand between the white space and the first letter of a sentence. */
const SKIPPED = new Set<CharClass>([
  CHAR.opener,
  CHAR.quote,
  CHAR.dash,
  CHAR.bullet,
  CHAR.inverted,
  CHAR.space,
  CHAR.attached,
  CHAR.symbol,
  CHAR.ellipsis,
  CHAR.period,
]);

function findHead(text: string, next: number, ceiling: number): number {
  const farthest = Math.min(ceiling, next + FARTHEST_HEAD);
  let head = next;
  while (head < farthest && SKIPPED.has(classAt(text, head))) {
    OMISSION.lastIndex = head;
    head += OMISSION.exec(text)?.[0].length ?? widthAt(text, head);
  }
  return head;
}

export function describeCandidate(paragraph: Paragraph, sentenceStart: number, marks: Marks): Candidate {
  const { text, end } = paragraph;
  const next = skipBlanks(text, marks.end, end);
  const head = findHead(text, next, end);
  const headClass = head < end ? classAt(text, head) : CHAR.other;
  // Field by field: spreading `marks` here made the whole scanner ten times slower on Node 20.
  return {
    mark: marks.mark,
    kind: marks.kind,
    end: marks.end,
    closesQuote: marks.closesQuote,
    closesBracket: marks.closesBracket,
    stopBeforeEllipsis: marks.stopBeforeEllipsis,
    paragraph,
    sentenceStart,
    left: wordBefore(text, marks.mark, sentenceStart),
    isSpaced: next > marks.end,
    next,
    head,
    headClass,
    right: isLetter(headClass) ? wordAfter(text, head, end) : "",
  };
}
