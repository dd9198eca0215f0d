import type { Candidate } from "./candidate";
import { CHAR, classAt, isLetter } from "./characters";
import { isAcronym, isInitial, looksShortened } from "./abbreviation-shapes";
import { isFirstOfName, isPluralSubject, isStarter, opensWithTimeOrPlace } from "./context";
import type { AbbreviationKind } from "./languages/language-table";
import { abbreviationKind } from "./lexicon";
import { wordBefore } from "./words";

/** true: a boundary; false: none; null: this rule has nothing to say. Rules are asked in order, the first answer holds. */
type Rule = (candidate: Candidate) => boolean | null;

const isUpper = ({ headClass }: Candidate): boolean => headClass === CHAR.upper;
const isDigitHead = ({ headClass }: Candidate): boolean => headClass === CHAR.digit;

const LIST_MARKER = /^(?:\d{1,3}|\p{L}|(?:x{0,3}(?:ix|iv|v?i{0,3}))|(?:X{0,3}(?:IX|IV|V?I{0,3}))|\d{1,2}(?:\.\d{1,2}){1,3})$/u;

/** "1. The first item": the number is the item's, not a sentence. */
const listMarker: Rule = ({ left, sentenceStart, paragraph }) => {
  if (!LIST_MARKER.test(left.text)) return null;
  for (let i = sentenceStart; i < left.start; i += 1) {
    const kind = classAt(paragraph.text, i);
    if (isLetter(kind) || kind === CHAR.digit || i > sentenceStart + 4) return null;
  }
  return false;
};

const ROMAN = /^[IVXLCDM]+$/;

const takesNumber = (candidate: Candidate): boolean =>
  isDigitHead(candidate) ||
  ROMAN.test(candidate.right) ||
  (isInitial(candidate.right) && isUpper(candidate) && !isStarter(candidate));

/** After "Inc." or "U.S." a sentence begins only with a word that says so. */
const startsPlainly = (candidate: Candidate): boolean =>
  isStarter(candidate) || candidate.headClass === CHAR.inverted;

const HOUR = /[ap]\.?m$/i;
const ZONE_OR_DAY =
  /^(?:[ECMPB][DS]?T|GMT|UTC|CET|CEST|Eastern|Central|Pacific|Mountain|Greenwich|Mon|Tues?|Wed|Thurs?|Fri|Sat|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** "5 p.m. EST", "5 p.m. Tuesday". */
const goesOnWithTime = ({ left, right }: Candidate): boolean =>
  HOUR.test(left.text) && ZONE_OR_DAY.test(right);

const BY_KIND: Readonly<Record<AbbreviationKind, Rule>> = {
  opens: () => false,
  numbered: (candidate) => (takesNumber(candidate) ? false : null),
  within: (candidate) => startsPlainly(candidate) && !opensWithTimeOrPlace(candidate),
  company: (candidate) => startsPlainly(candidate) || isPluralSubject(candidate),
  closes: (candidate) => !goesOnWithTime(candidate) && !opensWithTimeOrPlace(candidate),
  // A single letter may still be an initial.
  word: ({ left }) => (isInitial(left.text) ? null : true),
};

const HAS_CASELESS_HEAD = new Set<number>([CHAR.caseless, CHAR.ideograph]);

const opensBracket = ({ paragraph, next }: Candidate): boolean => "([（".includes(paragraph.text.charAt(next));

const lastSegment = (word: string): string => word.slice(word.search(/[^.’']*$/u));

/** "Tuesday.Mr" and "l’art" are looked up by their last part, "5p.m" without its figures. */
function kindOf({ left, paragraph: { lexicon } }: Candidate): AbbreviationKind | undefined {
  const word = left.text.replace(/^[\d,:.]+/, "");
  return (
    abbreviationKind(lexicon, word) ??
    (isAcronym(word) ? undefined : abbreviationKind(lexicon, lastSegment(word)))
  );
}

const tabled: Rule = (candidate) => {
  const kind = kindOf(candidate);
  if (kind === undefined) return null;
  // "(Calif.) Governor": the period belongs to the abbreviation, the sentence would have its own after the bracket.
  if (candidate.closesBracket && kind !== "word" && kind !== "numbered") return isStarter(candidate);
  // "10 a.m. (CDT)": what opens a bracket after an abbreviation explains it.
  if (opensBracket(candidate) && kind !== "word") return false;
  return BY_KIND[kind](candidate);
};

const INITIAL_WITH_PERIOD = /^\p{L}\.$/u;
/** "J. M. G. Le Clézio": articles with which surnames begin as well as sentences. */
const NAME_PARTICLE = /^(?:Le|La|Los|Las|El|De|Del|Du|Des|Di|Da|Der|Den)$/;

/** "J. Smith", "z. B.": single letters go on, save before a plain beginning ("vitamin C. It") and the pronoun I. */
const initial: Rule = (candidate) => {
  const { left, paragraph } = candidate;
  if (!isInitial(left.text)) return null;
  const before = wordBefore(paragraph.text, left.start, candidate.sentenceStart).text;
  if (HAS_CASELESS_HEAD.has(candidate.headClass)) return /\p{N}$/u.test(before) ? null : false;
  if (/^\p{Ll}/u.test(left.text)) return isStarter(candidate) && !candidate.closesBracket;
  if (left.text === "I" && /^\p{Ll}/u.test(before)) return true;
  if (INITIAL_WITH_PERIOD.test(before) && NAME_PARTICLE.test(candidate.right)) return false;
  return startsPlainly(candidate) && !isFirstOfName(candidate, before);
};

const acronym: Rule = (candidate) => {
  if (!isAcronym(candidate.left.text)) return null;
  if (HAS_CASELESS_HEAD.has(candidate.headClass)) return false;
  return startsPlainly(candidate) && !candidate.closesBracket;
};

const SHORT_NUMBER = /^\d{1,3}$/;
const ORDINAL_ARTICLE = /^(?:am|im|vom|zum|zur|der|die|das|den|dem|des|beim|bis|seit|ab|und|ihr|sein|ihre[nmrs]?|seine[nmrs]?)$/i;
const MONTH =
  /^(?:Jan|Januar|Jänner|Feb|Februar|März|Apr|April|Mai|Juni|Juli|Aug|August|Sept?|September|Okt|Oktober|Nov|November|Dez|Dezember)$/;

/** German, or a paragraph too short to tell. */
const mayWriteOrdinals = (language: string): boolean => language === "de" || language === "und";

/** "Windows 98. Microsoft": a number behind a noun is its name; ordinals follow articles and prepositions. */
const NOUN = /^\p{Lu}[\p{L}\p{N}-]*$/u;

/** "3. Oktober", "der 2. Weltkrieg", "3. 10. 1990": the number counts, it does not close. */
const ordinal: Rule = (candidate) => {
  const { left, paragraph } = candidate;
  if (!SHORT_NUMBER.test(left.text)) return romanOrdinal(candidate);
  if (isDigitHead(candidate)) {
    const behind = paragraph.text.charAt(candidate.head + 1);
    return paragraph.lexicon.writesOrdinalsWithPeriod && /[\d.]/.test(behind) ? false : null;
  }
  if (!isUpper(candidate) || !mayWriteOrdinals(paragraph.lexicon.language)) return null;
  if (left.text.length < 3 && MONTH.test(candidate.right)) return false;
  const before = wordBefore(paragraph.text, left.start, candidate.sentenceStart).text;
  const isIntroduced = ORDINAL_ARTICLE.test(before);
  if (!paragraph.lexicon.writesOrdinalsWithPeriod) return isIntroduced ? false : null;
  return isStarter(candidate) || (NOUN.test(before) && !isIntroduced) ? null : false;
};

/** "Heinrich VIII. König von England", in German only. */
const romanOrdinal: Rule = (candidate) => {
  const { left, paragraph } = candidate;
  if (!paragraph.lexicon.writesOrdinalsWithPeriod || !ROMAN.test(left.text)) return null;
  return isStarter(candidate) ? null : false;
};

/** "Blvd.", "pkg.": a short word without a vowel is short for something, in the languages that have vowels. */
const shortened: Rule = (candidate) => {
  if (!looksShortened(candidate.left.text)) return null;
  return isDigitHead(candidate) ? false : startsPlainly(candidate);
};

const RULES: readonly Rule[] = [listMarker, tabled, initial, acronym, ordinal, shortened];

/** Decides about a single period that white space follows, before a capital, a digit or a letter without case. */
export function endsAtPeriod(candidate: Candidate): boolean {
  for (const rule of RULES) {
    const answer = rule(candidate);
    if (answer !== null) return answer;
  }
  return true;
}

/** Is the word before the mark one that a period would belong to? */
export function isShortForm(candidate: Candidate): boolean {
  const kind = kindOf(candidate);
  if (kind !== undefined) return kind !== "word" && kind !== "numbered";
  const { text } = candidate.left;
  return isInitial(text) || isAcronym(text) || looksShortened(text);
}
