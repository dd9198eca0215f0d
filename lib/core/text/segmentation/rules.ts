import { type Candidate, FARTHEST_HEAD } from "./candidate";
import { CHAR, type CharClass, classAt, isLetter, isTerminal } from "./characters";
import { namesSpeaker } from "./context";
import { endsGlued } from "./glued";
import { endsAtPeriod, isShortForm } from "./rules-period";
import { runAfter } from "./words";

/** "iPhone", "https": words that begin small even at the head of a sentence. */
const WRITTEN_SMALL = /^(?:\p{Ll}{1,3}\p{Lu}|https?$|www$)/u;

/** A small letter goes on, unless the whole paragraph is written without capitals. */
function endsBeforeSmallLetter(candidate: Candidate): boolean {
  const { paragraph, kind, closesQuote, closesBracket, right } = candidate;
  if (WRITTEN_SMALL.test(right) && kind !== "ellipsis") return !isShortForm(candidate);
  if (!paragraph.isWrittenSmall || closesQuote || closesBracket || kind === "ellipsis") return false;
  return kind === "exclamation" || !isShortForm(candidate);
}

/** Company and product names with a mark of their own. */
const NAME_WITH_MARK =
  /^(?:Yahoo|Jeopardy|Yum|Oliver|Mamma|Panic|Moulin|E|Oklahoma|Airplane|Kahoot|Joomla)$/u;

function endsAtExclamation(candidate: Candidate): boolean {
  const { paragraph, left, closesQuote, right } = candidate;
  if (NAME_WITH_MARK.test(left.text) && !paragraph.lexicon.starters.has(right)) return false;
  return !(closesQuote && namesSpeaker(candidate));
}

const THREE_DOTS = /^(?:\.\.\.|\. \. \.|…)$/u;

/** Three dots are a pause; a capital behind them tells of a new sentence, unless it is that of "I". Four dots end. */
function endsAtEllipsis({ paragraph, mark, end, right, headClass }: Candidate): boolean {
  // Arabic newspapers pause with dots in the middle of sentences, and there is no capital to tell.
  if (headClass === CHAR.caseless) return false;
  return right !== "I" || !THREE_DOTS.test(paragraph.text.slice(mark, end));
}

/** "(?)", "[...]", "(!)": marks alone in brackets are a remark on a word. */
function standsAloneInBrackets({ paragraph, mark, end, closesBracket }: Candidate): boolean {
  const { text } = paragraph;
  return closesBracket && classAt(text, mark - 1) === CHAR.opener && !isTerminal(classAt(text, end - 1));
}

const isRulePiece = (kind: CharClass): boolean =>
  kind === CHAR.bullet || kind === CHAR.dash || kind === CHAR.opener;

/** A letter or a figure to go by, or a rule of asterisks, or "[...]"; not quotes and brackets alone. */
const isDecidable = ({ paragraph, next, head, headClass }: Candidate): boolean =>
  isLetter(headClass) ||
  headClass === CHAR.digit ||
  headClass === CHAR.currency ||
  head - next >= FARTHEST_HEAD ||
  (head === paragraph.end && isRulePiece(classAt(paragraph.text, next)));

/** 。！？ need no space. What follows a closed quotation may still name the speaker: 「你好！」他說。 */
const CHINESE_ATTRIBUTION = /^\p{Script=Han}{0,4}?(?:說|说|問|问|道|喊|叫|答)(?:[，,。道]|$)/u;

function endsAtFullStop(candidate: Candidate): boolean {
  const { paragraph, closesQuote, end, next } = candidate;
  if (!closesQuote) return true;
  if ("，、；：,;".includes(paragraph.text.charAt(next))) return false;
  return !CHINESE_ATTRIBUTION.test(runAfter(paragraph.text, end, Math.min(paragraph.end, end + 8)));
}

/** Does a sentence end at the candidate, which is not the end of its paragraph? */
export function endsSentence(candidate: Candidate): boolean {
  const { kind, headClass } = candidate;
  if (standsAloneInBrackets(candidate)) return false;
  if (kind === "fullStop") return endsAtFullStop(candidate);
  if (!candidate.isSpaced) return endsGlued(candidate);
  if (headClass === CHAR.lower) return endsBeforeSmallLetter(candidate);
  if (!isDecidable(candidate)) return headClass === CHAR.symbol;
  if (kind === "exclamation") return endsAtExclamation(candidate);
  return kind === "ellipsis" ? endsAtEllipsis(candidate) : endsAtPeriod(candidate);
}
