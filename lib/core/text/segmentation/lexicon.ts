import { ARABIC } from "./languages/arabic";
import { ENGLISH } from "./languages/english";
import { FRENCH } from "./languages/french";
import { GERMAN } from "./languages/german";
import { INTERNATIONAL } from "./languages/international";
import type { AbbreviationKind, LanguageTable } from "./languages/language-table";
import { SPANISH } from "./languages/spanish";

/** What the rules ask about words, in one language or, where that is unknown, in all of them. */
export type Lexicon = {
  /** One of the tables, or "und". */
  readonly language: string;
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  /** Capitalised words that hardly ever go on a name: after "U.S." they begin a sentence. */
  readonly starters: ReadonlySet<string>;
  readonly speechVerbs: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly writesOrdinalsWithPeriod: boolean;
};

/** Where tables differ about a word, the later one is right. */
const TABLES: Readonly<Record<string, readonly LanguageTable[]>> = {
  en: [INTERNATIONAL, ENGLISH],
  es: [INTERNATIONAL, SPANISH],
  de: [INTERNATIONAL, GERMAN],
  fr: [INTERNATIONAL, FRENCH],
  ar: [INTERNATIONAL, ARABIC],
  zh: [INTERNATIONAL],
  und: [FRENCH, SPANISH, GERMAN, ARABIC, ENGLISH, INTERNATIONAL],
};

const listed = (words: string | undefined): readonly string[] => words?.match(/\S+/gu) ?? [];

function build(language: string, tables: readonly LanguageTable[]): Lexicon {
  const abbreviations = new Map<string, AbbreviationKind>();
  for (const table of tables) {
    for (const [kind, words] of Object.entries(table.abbreviations)) {
      for (const word of listed(words)) abbreviations.set(word, kind as AbbreviationKind);
    }
  }
  const all = (pick: (table: LanguageTable) => string | undefined): ReadonlySet<string> =>
    new Set(tables.flatMap((table) => listed(pick(table))));
  return {
    language,
    abbreviations,
    starters: all((table) => table.starters),
    speechVerbs: all((table) => table.speechVerbs),
    prepositions: all((table) => table.prepositions),
    writesOrdinalsWithPeriod: language === "de",
  };
}

// Built on first use: an English desk never pays for the other tables.
const built = new Map<string, Lexicon>();

/** The lexicon for a BCP 47 tag; the one of all languages together for a tag that has no table. */
export function lexiconOf(tag: string): Lexicon {
  const known = built.get(tag);
  if (known) return known;
  const primary = tag.toLowerCase().split(/[-_]/u)[0] ?? "";
  const language = Object.hasOwn(TABLES, primary) ? primary : "und";
  const lexicon = built.get(language) ?? build(language, TABLES[language] ?? []);
  built.set(language, lexicon);
  return lexicon;
}

/** The kind of abbreviation that `word` (without its last period) is; a capitalised entry matches only as written. */
export function abbreviationKind(lexicon: Lexicon, word: string): AbbreviationKind | undefined {
  const { abbreviations } = lexicon;
  const asWritten = abbreviations.get(word) ?? abbreviations.get(word.toLowerCase());
  // A headline in capitals has "PVT." for "Pvt.", but "SUN." and "US" in running text are other words.
  if (asWritten !== undefined || word.length < 3 || word !== word.toUpperCase()) return asWritten;
  return abbreviations.get(word.charAt(0) + word.slice(1).toLowerCase());
}
