import type { Candidate } from "./candidate";
import { CHAR, classAt } from "./characters";
import { isShortForm } from "./rules-period";
import { runAfter } from "./words";

/** "world.Today": letters and nothing else before the period, the last of them small, at least two. */
const PLAIN_WORD = /^[\p{L}’'-]*\p{L}[\p{Ll}\p{Lo}\p{M}]$/u;
const PLAIN_NUMBER = /^\p{N}[\p{N},]*$/u;
/** A capital with small letters after it, or a word of one capital, as a sentence begins. */
const CAPITALISED = /^["“«‘'(¿¡]*\p{Lu}(?:[\p{Ll}\p{M}’']|\s|$)/u;
/** What no prose has directly behind a word: "example.com", "out.println(", "a@b". */
const MACHINE_RUN = /[@/\\(_=]|\p{L}\.\p{Ll}/u;
const DOMAIN =
  /^(?:com|org|net|edu|gov|io|co|de|fr|es|uk|eu|js|ts|py|md|txt|html?|pdf|docx?|xlsx?|csv|json|xml|jpe?g|png|gif|exe|zip)\b/iu;
/** What may stand between a mark and a capital without a space; a single hyphen makes a compound ("St.-Petri"). */
const OPENS_GLUED = /^(?:[–—¿¡([“«„‘"']|--)/u;
const DASHES = /^[-–—]+/u;
const LONG_ELLIPSIS = /^(?:[…⋯]|\.{3})/u;

const isMachineText = (run: string): boolean => MACHINE_RUN.test(run) || DOMAIN.test(run);

/** Is the word before the mark an ordinary one, that the period does not belong to? */
function followsPlainWord(candidate: Candidate): boolean {
  const { text } = candidate.left;
  const piece = text.slice(text.lastIndexOf(".") + 1);
  return (PLAIN_WORD.test(piece) || PLAIN_NUMBER.test(text)) && !isShortForm(candidate);
}

/** Arabic or Chinese with no space after the mark: words of some length on both sides, since initials are short. */
function endsWithoutCase({ paragraph, mark, left, end }: Candidate): boolean {
  if (LONG_ELLIPSIS.test(paragraph.text.slice(mark, end))) return false;
  const run = runAfter(paragraph.text, end, paragraph.end);
  return /[\p{Lo}\p{M}]{3}$/u.test(left.text) && !/^\p{L}\./u.test(run);
}

/** ".NET" and "http://a.B" have no word of their own before the mark. */
const isDetached = ({ mark, left }: Candidate): boolean =>
  mark !== left.start + left.text.length || /[@/:]/.test(left.text);

/** Decides about a mark with no white space behind it: a missing space, or an address, a file, an abbreviation. */
export function endsGlued(candidate: Candidate): boolean {
  const { paragraph, end } = candidate;
  const run = runAfter(paragraph.text, end, paragraph.end);
  if (OPENS_GLUED.test(run)) {
    return CAPITALISED.test(run.replace(DASHES, "")) && followsPlainWord(candidate);
  }
  const kind = classAt(paragraph.text, end);
  if (kind === CHAR.caseless || kind === CHAR.ideograph) return endsWithoutCase(candidate);
  if (!CAPITALISED.test(run) || isMachineText(run)) return false;
  return candidate.closesQuote || (!isDetached(candidate) && followsPlainWord(candidate));
}
