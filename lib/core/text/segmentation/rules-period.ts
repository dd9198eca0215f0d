import type { Candidate, Rule } from "./candidate";
import { CHAR } from "./characters";
import { isAcronym, isInitial, looksShortened } from "./abbreviation-shapes";
import { isFirstOfName, isPluralSubject, isStarter, opensWithTimeOrPlace } from "./context";
import type { AbbreviationKind } from "./languages/language-table";
import { abbreviationKind } from "./lexicon";
import { isDigitHead, listMarker, ordinal, ROMAN } from "./ordinals";
import { wordBefore } from "./words";

const isUpper = ({ headClass }: Candidate): boolean => headClass === CHAR.upper;

/** "Fig. A", "av. J.-C.", but not "said no. J. P. Morgan": a letter with a period of its own begins a name. */
const isLetterNumber = ({ paragraph, right, head }: Candidate): boolean =>
  isInitial(right) && (paragraph.text[head + 1] !== "." || paragraph.text[head + 2] === "-");

/** "He said no. I left": the one abbreviation that is a common word before the one numeral that is a pronoun. */
const isRefusal = ({ left, right }: Candidate): boolean => left.text === "no" && right === "I";

const takesNumber = (candidate: Candidate): boolean =>
  isDigitHead(candidate) ||
  (isUpper(candidate) && !isRefusal(candidate) && (ROMAN.test(candidate.right) || isLetterNumber(candidate)));

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

const opensBracket = ({ paragraph, next }: Candidate): boolean =>
  "([（".includes(paragraph.text.charAt(next));

const lastSegment = (word: string): string => word.slice(word.search(/[^.’']*$/u));

/** "Tuesday.Mr" and "l’art" are looked up by their last part, "5p.m" without its figures. */
function kindOf({ left, paragraph: { lexicon } }: Candidate): AbbreviationKind | undefined {
  const word = left.text.replace(/^[\d,:.]+/, "");
  return (
    abbreviationKind(lexicon, word) ??
    (isAcronym(word) ? undefined : abbreviationKind(lexicon, lastSegment(word)))
  );
}

const ALWAYS_SHORT = new Set<AbbreviationKind>(["opens", "within", "company", "closes"]);

const tabled: Rule = (candidate) => {
  const kind = kindOf(candidate);
  if (kind === undefined) return null;
  // "(Calif.) Governor": the period belongs to the abbreviation, the sentence would have its own after the bracket.
  if (candidate.closesBracket && ALWAYS_SHORT.has(kind)) return isStarter(candidate);
  // "10 a.m. (CDT)": what opens a bracket after an abbreviation explains it.
  if (kind !== "word" && opensBracket(candidate)) return false;
  if (kind !== "opens" && quoted(candidate) === true) return true;
  return BY_KIND[kind](candidate);
};

/** `… in plan B.” Residents …`: a period that a quotation encloses before a capital is a full stop. */
const quoted: Rule = ({ closesQuote, headClass }) => (closesQuote && headClass === CHAR.upper ? true : null);

const INITIAL_WITH_PERIOD = /^\p{L}\.$/u;
/** "J. M. G. Le Clézio": articles with which surnames begin as well as sentences. */
const NAME_PARTICLE = /^(?:Le|La|Los|Las|El|De|Del|Du|Des|Di|Da|Der|Den)$/;
const SMALL = /^\p{Ll}/u;

const goesOnAsName = (candidate: Candidate, before: string): boolean =>
  isFirstOfName(candidate, before) ||
  (INITIAL_WITH_PERIOD.test(before) && NAME_PARTICLE.test(candidate.right));

/** "J. Smith", "z. B.": single letters go on, save before a plain beginning ("vitamin C. It") and the pronoun I. */
const initial: Rule = (candidate) => {
  const { left, paragraph } = candidate;
  if (!isInitial(left.text)) return null;
  const before = wordBefore(paragraph.text, left.start, candidate.sentenceStart).text;
  // "2010 م." is a year with its era; any other single letter without case is short for a title.
  if (HAS_CASELESS_HEAD.has(candidate.headClass)) return /\p{N}$/u.test(before) ? null : false;
  if (SMALL.test(left.text)) return isStarter(candidate) && !candidate.closesBracket;
  if (left.text === "I" && SMALL.test(before)) return true;
  return startsPlainly(candidate) && !goesOnAsName(candidate, before);
};

const acronym: Rule = (candidate) => {
  if (!isAcronym(candidate.left.text)) return null;
  if (HAS_CASELESS_HEAD.has(candidate.headClass)) return false;
  return startsPlainly(candidate) && !candidate.closesBracket;
};

/** "Blvd.", "pkg.": a short word without a vowel is short for something, in the languages that have vowels. */
const shortened: Rule = (candidate) => {
  if (!looksShortened(candidate.left.text)) return null;
  return isDigitHead(candidate) ? false : startsPlainly(candidate);
};

const RULES: readonly Rule[] = [listMarker, tabled, quoted, initial, acronym, ordinal, shortened];

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
  if (kind !== undefined) return ALWAYS_SHORT.has(kind);
  const { text } = candidate.left;
  return isInitial(text) || isAcronym(text) || looksShortened(text);
}
