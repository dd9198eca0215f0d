import type { Candidate, Rule } from "./candidate";
import { CHAR, classAt, isLetter } from "./characters";
import { isStarter } from "./context";
import { wordBefore } from "./words";

export const ROMAN = /^[IVXLCDM]+$/;

export const isDigitHead = ({ headClass }: Candidate): boolean => headClass === CHAR.digit;

const LIST_MARKER =
  /^(?:\d{1,3}|\p{L}|(?:x{0,3}(?:ix|iv|v?i{0,3}))|(?:X{0,3}(?:IX|IV|V?I{0,3}))|\d{1,2}(?:\.\d{1,2}){1,3})$/u;

/** "1. The first item": the number is the item's, not a sentence. */
export const listMarker: Rule = ({ left, sentenceStart, paragraph }) => {
  if (!LIST_MARKER.test(left.text)) return null;
  for (let i = sentenceStart; i < left.start; i += 1) {
    const kind = classAt(paragraph.text, i);
    if (isLetter(kind) || kind === CHAR.digit || i > sentenceStart + 4) return null;
  }
  return false;
};

const SHORT_NUMBER = /^\d{1,3}$/;
const ORDINAL_ARTICLE =
  /^(?:am|im|vom|zum|zur|der|die|das|den|dem|des|beim|bis|seit|ab|und|ihr|sein|ihre[nmrs]?|seine[nmrs]?)$/i;
const MONTH =
  /^(?:Jan|Januar|Jänner|Feb|Februar|März|Apr|April|Mai|Juni|Juli|Aug|August|Sept?|September|Okt|Oktober|Nov|November|Dez|Dezember)$/;
/** "Windows 98. Microsoft": a number behind a noun is its name; ordinals follow articles and prepositions. */
const NOUN = /^\p{Lu}[\p{L}\p{N}-]*$/u;

/** "3. 10. 1990": a figure with another figure or a period behind it. */
const isDatePart = ({ paragraph, head }: Candidate): boolean => /[\d.]/.test(paragraph.text.charAt(head + 1));

/** "3. Oktober", "der 2. Weltkrieg": the number counts, it does not close. */
export const ordinal: Rule = (candidate) => {
  const { left, paragraph } = candidate;
  const isGerman = paragraph.lexicon.writesOrdinalsWithPeriod;
  if (!isGerman && paragraph.lexicon.language !== "und") return null;
  const counts = SHORT_NUMBER.test(left.text)
    ? isDayOfMonth(candidate) || countsWhatFollows(candidate, isGerman)
    : isGerman && isRomanOrdinal(candidate);
  return counts ? false : null;
};

const isDayOfMonth = ({ left, right }: Candidate): boolean => left.text.length < 3 && MONTH.test(right);

/** In a paragraph too short to tell its language, only an article in front is believed. */
function countsWhatFollows(candidate: Candidate, isGerman: boolean): boolean {
  const { left, paragraph, sentenceStart, headClass } = candidate;
  if (isDigitHead(candidate)) return isGerman && isDatePart(candidate);
  if (headClass !== CHAR.upper) return false;
  const before = wordBefore(paragraph.text, left.start, sentenceStart).text;
  const isIntroduced = ORDINAL_ARTICLE.test(before);
  if (!isGerman) return isIntroduced;
  return !isStarter(candidate) && (isIntroduced || !NOUN.test(before));
}

/** "Heinrich VIII. König von England". */
const isRomanOrdinal = (candidate: Candidate): boolean =>
  ROMAN.test(candidate.left.text) && !isStarter(candidate);
