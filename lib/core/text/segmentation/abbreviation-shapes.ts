// All of these are anchored and run over words of at most forty characters.
const INITIAL = /^\p{L}\p{M}*$/u;
const ACRONYM = /^(?:\p{L}\p{M}*\.-?){1,6}\p{L}{1,2}$/u;
const DOUBLED_ACRONYM = /^(?:\p{L}{2}\.){1,3}\p{L}{2}$/u;
const DEGREE = /^(?:\p{Lu}\p{Ll}{0,2}\.)+\p{Lu}\p{Ll}{0,2}$/u;
const LATIN_CONSONANTS = /^\p{L}?[bcdfghjklmnpqrstvwxzçñß]{1,4}$/iu;
const VOWEL = /[aeiouyæœøàáâãäåèéêëìíîïòóôõöùúûüýÿ]/iu;

/** One letter: of a name, of a list, or the pronoun. */
export function isInitial(word: string): boolean {
  return INITIAL.test(word);
}

/** Letters with periods between: "U.S", "p.ej", "Ph.D", "EE.UU". */
export function isAcronym(word: string): boolean {
  return ACRONYM.test(word) || DOUBLED_ACRONYM.test(word) || DEGREE.test(word);
}

/** Two to five letters without a vowel, not all capitals: "Blvd", "vgl", "qtd". Capitals are spoken ("BBC"). */
export function looksShortened(word: string): boolean {
  if (word.length < 2 || word.length > 5) return false;
  return LATIN_CONSONANTS.test(word) && !VOWEL.test(word) && word !== word.toUpperCase();
}
