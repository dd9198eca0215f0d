/**
 * What the period of an abbreviation says about the sentence:
 * - `opens`: what follows belongs to it, so it never ends a sentence ("Dr.", "e.g.", "z.B.");
 * - `numbered`: an abbreviation only before a number, else an ordinary word ("No. 5", "art. 3");
 * - `within`: goes on, unless a word follows that can hardly be anything but a beginning ("U.S.", "Jan.");
 * - `company`: the same, but plural nouns begin a sentence after it too ("Inc. Shares fell");
 * - `closes`: ends its sentence whenever a capital follows ("etc.", "p.m.");
 * - `word`: no abbreviation, though it looks like one to a table read earlier or to the rule about vowels.
 */
export type AbbreviationKind = "opens" | "numbered" | "within" | "company" | "closes" | "word";

/**
 * Words separated by white space, abbreviations without their last period. Lower-case entries match in any case,
 * others only as written ("Mar" is a month, "mar" is the sea).
 */
export type LanguageTable = {
  readonly abbreviations: Readonly<Partial<Record<AbbreviationKind, string>>>;
  /** Capitalised function words with which sentences begin. */
  readonly starters?: string;
  /** Verbs in the third person that follow a quotation and name its speaker. */
  readonly speechVerbs?: string;
  /** Capitalised prepositions with which a time or place is put in front of a sentence. */
  readonly prepositions?: string;
  /** Lower-case words by which the language of a paragraph is recognised; none that another table also has. */
  readonly markers?: string;
};
