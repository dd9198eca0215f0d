import { eld } from "eld/small";

/** What detection answers where it knows nothing: the tag of an undetermined language. */
export const UNKNOWN_LANGUAGE = "und";

/** Some six hundred words: enough to settle it, and a book takes no longer than a column. */
const UNITS_READ = 4_000;
const FEWEST_LETTERS = 12;

/** Scripts that are one language's own. The detector works on letters between spaces, which these do without. */
const OWN_SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
];
const LETTER = /\p{L}/gu;

/**
 * The language of a text as an ISO 639-1 code, or "und" where its words do not tell. Read from its beginning; a few
 * foreign words do not matter. The person who brings the text in may know better.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, UNITS_READ).toWellFormed();
  const letters = count(sample, LETTER);
  if (letters === 0) return UNKNOWN_LANGUAGE;
  for (const [script, language] of OWN_SCRIPTS) {
    // A fifth is enough: Japanese writes most of its words in Han, and names stand in Latin everywhere.
    if (count(sample, script) * 5 > letters) return language;
  }
  const found = eld.detect(sample);
  const isSure = found.isReliable() && letters >= FEWEST_LETTERS;
  return isSure && found.language !== "" ? found.language : UNKNOWN_LANGUAGE;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * How much a text reads like a language: 0 where it reads like none, up to 1. Tells a text that was decoded as it was
 * meant from one that was not, since wrong letters make words of no language.
 */
export function languageLikeness(text: string): number {
  const sample = text.slice(0, UNITS_READ).toWellFormed();
  const language = detectLanguage(sample);
  if (language === UNKNOWN_LANGUAGE) return 0;
  const own = OWN_SCRIPTS.some(([, ownLanguage]) => ownLanguage === language);
  return own ? 1 : (eld.detect(sample).getScores()[language] ?? 0);
}
