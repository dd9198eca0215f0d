import { CHAR, classAt } from "./characters";
import { guessLanguage } from "./language-guess";
import { type Lexicon, lexiconOf } from "./lexicon";
import type { Span } from "./span";

/** English without the capital that nobody who writes with capitals forgets. */
const SMALL_PRONOUN = /(?:^|[.!?,]? )i(?:['’](?:m|ve|ll|d))? [a-z]/u;
const UNITS_READ = 2000;

/**
 * The paragraph at hand. Nothing outside `[start, end)` is ever looked at, so paragraphs cannot influence each other.
 * Language and manner are found out when a rule first asks: most paragraphs of a list or a table never do.
 */
export class Paragraph {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly #asked: string | undefined;
  #lexicon: Lexicon | undefined;
  #isWrittenSmall: boolean | undefined;

  constructor(text: string, { start, end }: Span, language: string | undefined) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.#asked = language;
  }

  /** The words of its language, given or guessed. */
  get lexicon(): Lexicon {
    this.#lexicon ??= lexiconOf(this.#asked ?? guessLanguage(this.text, this.start, this.end));
    return this.#lexicon;
  }

  /** Written without capitals, as chats and comments are: its first letter tells, or the English pronoun "i". */
  get isWrittenSmall(): boolean {
    this.#isWrittenSmall ??= this.#looksSmall();
    return this.#isWrittenSmall;
  }

  #looksSmall(): boolean {
    const opening = this.text.slice(this.start, Math.min(this.end, this.start + UNITS_READ));
    const first = opening.search(/\p{L}/u);
    if (first >= 0 && first < 20 && classAt(opening, first) === CHAR.lower) return true;
    return this.lexicon.language === "en" && SMALL_PRONOUN.test(opening);
  }
}
