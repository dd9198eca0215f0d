import "server-only";
import type { ArticleInput } from "@/lib/core/articles/article";
import { findCutProblem, type Cut, type CutProblem } from "@/lib/core/articles/cuts";
import { Refusal } from "@/lib/core/shared/refusal";
import { detectDirection, type Direction } from "@/lib/core/text/direction";
import { detectLanguage, UNKNOWN_LANGUAGE } from "@/lib/core/text/language";
import { segment } from "@/lib/core/text/segment";
import { refuseUnusable, textRefusal, tooManySentences } from "./usable-text";

/** More than any book has; one import stays one transaction of some seconds. */
const maxSentences = 100_000;

/** An article that is ready to be written: nothing in it can be refused any more. */
export type PreparedArticle = {
  readonly input: ArticleInput;
  readonly language: string;
  readonly direction: Direction;
  readonly cuts: readonly Cut[];
};

/** @throws Refusal bad_input or too_large for a text that cannot be kept, has no words, or is cut as it cannot be */
export function prepareArticle(input: ArticleInput): PreparedArticle {
  refuseUnusable(input.text);
  const language = input.language ?? detectLanguage(input.text);
  const cuts = input.sentences ? checkCuts(input.text, input.sentences) : cutByLanguage(input.text, language);
  if (cuts.length === 0) throw textRefusal({ code: "empty", at: 0 });
  if (cuts.length > maxSentences) throw tooManySentences(cuts.length, maxSentences);
  return { input, language, direction: detectDirection(input.text), cuts };
}

/** The sentences as the segmenter finds them. */
export function cutByLanguage(text: string, language: string): readonly Cut[] {
  const spans = segment(text, language === UNKNOWN_LANGUAGE ? {} : { language });
  return spans.map(({ start, end }) => ({ start, end, disposition: "to_check" }));
}

const cutWords: Readonly<Record<CutProblem["code"], string>> = {
  order: "is empty, or begins before the one in front of it ends",
  outside: "ends after the text",
  white_space: "begins or ends with white space",
  half_character: "begins or ends inside of a character",
  left_out: "leaves words before it out; dispose them instead",
};

function checkCuts(text: string, cuts: readonly Cut[]): readonly Cut[] {
  const problem = findCutProblem(text, cuts);
  if (!problem) return cuts;
  const message = `Sentence ${problem.at + 1} ${cutWords[problem.code]}.`;
  throw new Refusal("bad_input", message, [{ field: `/sentences/${problem.at}`, message }]);
}
