import { ENGLISH } from "./languages/english";
import { FRENCH } from "./languages/french";
import { GERMAN } from "./languages/german";
import type { LanguageTable } from "./languages/language-table";
import { SPANISH } from "./languages/spanish";

const LATIN: readonly (readonly [string, LanguageTable])[] = [
  ["en", ENGLISH],
  ["es", SPANISH],
  ["de", GERMAN],
  ["fr", FRENCH],
];

/** As much of a paragraph as is read for the guess: some two hundred words settle it. */
const UNITS_READ = 1200;

const markers: ReadonlyMap<string, readonly string[]> = (() => {
  const languagesOf = new Map<string, string[]>();
  for (const [language, table] of LATIN) {
    for (const word of table.markers?.match(/\S+/gu) ?? []) {
      languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
    }
  }
  return languagesOf;
})();

/**
 * The language whose commonest words a paragraph has most of; "und" where none leads. This only chooses between
 * tables of abbreviations, paragraph by paragraph; what an article is written in is decided elsewhere.
 */
export function guessLanguage(text: string, start: number, end: number): string {
  const sample = text.slice(start, Math.min(end, start + UNITS_READ));
  const votes = new Map<string, number>();
  for (const [word] of sample.toLowerCase().matchAll(/[a-zß-ÿœ]+/gu)) {
    for (const language of markers.get(word) ?? []) {
      votes.set(language, (votes.get(language) ?? 0) + 1);
    }
  }
  const ranking = [...votes].sort(([, more], [, fewer]) => fewer - more);
  const [leader, second] = [ranking[0], ranking[1]];
  return leader && leader[1] > (second?.[1] ?? 0) ? leader[0] : "und";
}
